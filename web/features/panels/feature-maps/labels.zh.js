// 特征图面板的中文标签。

export const featureMapsPanel = {
  'panel.features': '特征图',

  'features.empty': '按“运行”或“单步”：每一层对图像的输出会显示在这里。',
  'features.own': '每个通道用各自的色标',
  'features.ownScale': '每个通道的色标以它自己的最大值为端点：蓝色小于零，琥珀色大于零。',
  'features.layer': '层',
  'features.probabilities': '各类别的概率',
  'features.seen': '{label}，预测为 {prediction}',
  'features.drawn': '你的手写，预测为 {prediction}',
  'features.range': '{channel}：{low} ~ {high}',
  'features.all': '显示全部 {count} 个通道',
  'features.cells': '{count} 个特征，逐行排列，从 {low} 到 {high}',
};
