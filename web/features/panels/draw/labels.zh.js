// 手写面板。

export const drawPanel = {
  'panel.draw': '手写',
};
