// English labels of the panel of filters.

export const filtersPanel = {
  'panel.filters': 'Filters',

  'filters.empty':
    'Press Run or Step to show the filters of every convolution here. They change during training.',
  'filters.none': 'This network has no convolution and therefore no filters.',
  'filters.grid': 'Filters',
  'filters.hint':
    'Each image is a filter; the scale ends at the largest weight of the layer. Select a filter to see its weights.',
  'filters.readout': 'Filter {filter}: from {low} to {high}',
  'filters.channel': 'Input channel',
  'filters.channels': '0 to {last}',
  'filters.numbers': 'Filter {filter}, input channel {channel}',
  'filters.close': 'Close',
};
