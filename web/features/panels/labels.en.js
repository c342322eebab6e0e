// English label of the row of panels.

export const panels = {
  'panel.label': 'Panels',
};
