// 网络面板。

export const networkPanel = {
  'panel.network': '网络',
};
