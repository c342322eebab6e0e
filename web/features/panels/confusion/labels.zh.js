// 混淆矩阵面板的中文标签。

export const confusionPanel = {
  'panel.confusion': '混淆矩阵',

  'confusion.empty': '第一轮之后：每类留出图像的预测类别。',
  'confusion.caption': '第 {epoch} 轮后的留出图像',
  'confusion.map.caption': '第 {epoch} 轮后的留出图像。行：真实类别。列：预测类别。',
  'confusion.trueClass': '真实类别',
  'confusion.predictedClass': '预测类别',
  'confusion.recall': '召回率',
  'confusion.precision': '精确率',
  'confusion.cell': '真实类别 {label}，预测类别 {prediction}：{count} 张图像',
  'confusion.hint': '选择一个单元格可查看其中的图像；方向键在单元格间移动，Enter 选择。',
  'confusion.images': '真实类别 {label}，预测类别 {prediction}',
  'confusion.map': '混淆矩阵，每格一个像素。方向键移动，按住 Shift 每次十格；按 Enter 查看图像。',
  'confusion.none': '上一次评估中没有这样的图像。',
  'confusion.unknown': '下一轮之后可知是哪些图像。',
  'confusion.most': '损失最大的 {count} 张。',
};
