// The panel of filters.

export const filtersPanel = {
  'panel.filters': 'Filters',
};
