// 图表显示竞赛或若干运行而非当前运行时的说明。

export const focus = {
  'focus.race': '图中显示竞赛 {number}：{seeds} 个种子的均值与色带（留出集）。',
  'focus.race.one': '图中显示竞赛 {number}：单个种子（留出集）。',
  'focus.runs': '图中显示 {count} 次运行（留出集）。',
  'focus.runs.one': '图中只显示运行 {number}（留出集）。',
  'focus.back': '返回当前运行',
  'focus.norms': '仅对当前运行显示',
  'focus.describe.race': '竞赛的学习率、留出准确率和留出损失图表；结果见竞赛表格。',
  'focus.describe.runs': '所比较运行的学习率、留出准确率和留出损失图表；结果见比较表格。',
};
