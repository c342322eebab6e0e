// 面板栏，以及展示网络如何看图像的面板。

export const panels = {
  'panel.label': '面板',
  'panel.network': '网络',
  'panel.data': '数据',
  'panel.confusion': '混淆矩阵',
  'panel.speed': '速度',

  'confusion.empty': '第一轮之后：每类留出图像被判成了什么。',
  'confusion.caption': '第 {epoch} 轮后的留出图像：行是真实类别，列是判定类别',
  'confusion.label': '真实',
  'confusion.recall': '召回率',
  'confusion.precision': '精确率',
  'confusion.cell': '{count} 张 {label} 被判为 {prediction}',
};
