// 混淆矩阵面板。

export const confusionPanel = {
  'panel.confusion': '混淆矩阵',

  'confusion.empty': '第一轮之后：每类留出图像被判成了什么。',
  'confusion.caption': '第 {epoch} 轮后的留出图像：行是真实类别，列是判定类别',
  'confusion.label': '真实',
  'confusion.recall': '召回率',
  'confusion.precision': '精确率',
  'confusion.cell': '{count} 张 {label} 被判为 {prediction}',
};
