// The row of panels.

export const panels = {
  'panel.label': 'Panels',
};
