// 错分样本面板的中文标签。

export const mistakesPanel = {
  'panel.mistakes': '错分样本',

  'mistakes.empty': '第一轮之后：损失最大的错分留出图像。',
  'mistakes.none': '第 {epoch} 轮后所有留出图像都分类正确。',
  'mistakes.caption': '第 {epoch} 轮后错分的留出图像，损失最大的在前。选择一张可查看其特征图。',
  'mistakes.more': '显示更多',
};
