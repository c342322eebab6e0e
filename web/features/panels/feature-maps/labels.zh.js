// 特征图面板。

export const featureMapsPanel = {
  'panel.features': '特征图',
};
