// 数据面板。

export const dataPanel = {
  'panel.data': '数据',
};
