// 错分样本面板。

export const mistakesPanel = {
  'panel.mistakes': '错分样本',
};
