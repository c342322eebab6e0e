// 运行列表。

export const runs = {
  'runs.title': '运行',
  'runs.empty': '每次运行都列在这里，曲线留在图上供比较。',
  'runs.number': '运行',
  'runs.schedule': '调度',
  'runs.network': '网络',
  'runs.optimizer': '优化器',
  'runs.best': '最佳留出',
  'runs.last': '最后留出',
  'runs.rate': '当前学习率',
  'runs.show': '在图上显示运行 {number}',
  'runs.edited': '{count} 处修改',
  'runs.edited.one': '1 处修改',
};
