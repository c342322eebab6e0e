// Undo and redo.

export const undo = {
  'undo.label': 'Undo and redo',
  'undo.undo': 'Undo',
  'undo.redo': 'Redo',
  'undo.undone': 'Undone: {what}',
  'undo.redone': 'Redone: {what}',
  'undo.what.document': 'the experiment',
  'undo.what.name': 'name',
  'undo.what.seed': 'seed',
  'undo.what.data': 'data',
  'undo.what.network': 'network',
  'undo.what.loss': 'loss',
  'undo.what.optimizer': 'optimizer',
  'undo.what.schedule': 'schedule',
  'undo.what.training': 'epochs and batch size',
};
