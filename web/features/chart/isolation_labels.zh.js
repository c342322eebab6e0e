// 图表只显示竞赛或所比较的运行时的中文标签。

export const isolation = {
  'isolation.race': '图中显示竞赛 {number}：{seeds} 个种子的均值与色带（留出集）。',
  'isolation.race.one': '图中显示竞赛 {number}：单个种子（留出集）。',
  'isolation.runs': '图中显示 {count} 次运行（留出集）。',
  'isolation.runs.one': '图中只显示运行 {number}（留出集）。',
  'isolation.back': '返回当前运行',
  'isolation.norms': '仅对当前运行显示',
  'isolation.describe.race': '竞赛的学习率、留出准确率和留出损失图表；结果见竞赛表格。',
  'isolation.describe.runs': '所比较运行的学习率、留出准确率和留出损失图表；结果见比较表格。',
};
