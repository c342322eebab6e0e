// The panel to draw a digit in.

export const drawPanel = {
  'panel.draw': 'Draw',
};
