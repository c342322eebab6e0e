// 卷积核面板。

export const filtersPanel = {
  'panel.filters': '卷积核',
};
