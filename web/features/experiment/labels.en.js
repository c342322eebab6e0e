// Forms: ranges; undo and redo.

export const experiment = {
  'range.between': '{low} to {high}',
  'range.atLeast': 'at least {low}',
  'range.above': 'above {low}',
  'range.atMost': 'at most {high}',
  'range.below': 'below {high}',
  'padding.same': 'same',
  'padding.valid': 'none',
  'padding.counted': 'zeros',
  'padding.zeros': 'Zeros on each side',

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
