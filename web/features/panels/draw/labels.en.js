// English labels of the panel of drawing.

export const drawPanel = {
  'panel.draw': 'Draw',

  'draw.surface': 'Drawing area',
  'draw.keys':
    'Draw with mouse, finger or pen. By keyboard: arrow keys move, space puts the pen down and lifts it, Backspace removes the last stroke.',
  'draw.down': 'Pen down, row {row}, column {column}',
  'draw.up': 'Pen up, row {row}, column {column}',
  'draw.pen': 'Pen',
  'draw.thin': 'thin',
  'draw.medium': 'medium',
  'draw.thick': 'thick',
  'draw.color': 'Colour',
  'draw.white': 'white',
  'draw.black': 'black',
  'draw.red': 'red',
  'draw.orange': 'orange',
  'draw.yellow': 'yellow',
  'draw.green': 'green',
  'draw.blue': 'blue',
  'draw.purple': 'purple',
  'draw.fit': 'Scale to digit size and centre by mass',
  'draw.undo': 'Undo',
  'draw.clear': 'Clear',
  'draw.load': 'Load a held-out image',
  'draw.seen': 'Network input: {shape}',
  'draw.maps': 'Show feature maps',
  'draw.empty':
    'You can draw now. Press Run or Step to show the network’s prediction here. It changes during training.',
  'draw.hint': 'Draw something to see the network’s prediction here.',
  'draw.prediction': 'Prediction: {name}, {share}',
};
