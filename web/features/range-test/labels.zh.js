// 学习率范围测试的中文标签。

export const rangeTest = {
  'range.button': '范围测试',
  'range.title': '学习率范围测试',
  'range.about.fresh':
    '用一个新的网络训练若干步，学习率指数升高。损失下降最快处是合适的学习率；损失发散处则太高。',
  'range.about.run': '从当前状态的副本训练若干步，学习率指数升高。运行本身不变。',
  'range.settings.low': '从',
  'range.settings.high': '到',
  'range.settings.steps': '步数',
  'range.start': '开始',
  'range.stop': '停止',
  'range.close': '关闭',
  'range.pause': '请先暂停运行。',
  'range.preparing': '正在准备数据和网络…',
  'range.progress': '{total} 步中的第 {done} 步',
  'range.finished': '全部 {total} 步已完成。',
  'range.stopped': '在 {total} 步中的第 {done} 步停止。',
  'range.diverged': '学习率为 {rate} 时损失发散。',
  'range.curve': '学习率从 {low} 到 {high} 时的损失',
  'range.axis': '学习率，对数坐标',
  'range.loss': '损失',
  'range.away': '发散',
  'range.none': '损失没有下降，无法给出建议。请换一段学习率或增加步数。',
  'range.rules.steepest': '处损失下降最快。',
  'range.rules.tenth_of_minimum': '是损失最小处学习率的十分之一。',
  'range.adopt': '采用此学习率',
};
