// 图上的手柄与手绘。

export const handles = {
  'handle.name': '{name} {index}',
  'handle.value': '第 {time} {unit}，学习率 {rate}',
  'handle.names.height': '此后的学习率',
  'handle.names.start': '开头的学习率',
  'handle.names.end': '衰减的终点',
  'handle.names.drop': '下一次下降',
  'handle.names.milestone': '里程碑',
  'handle.names.half': '学习率减半处',
  'handle.names.peak': '峰值',
  'handle.names.foot': '谷底',
  'handle.names.fall': '衰减的起点',
  'handle.names.restart': '重启',
  'handle.names.knot': '点',
  'handle.names.warmupStart': '预热的起点',
  'handle.names.warmupEnd': '预热的终点',
  'handle.names.partEnd': '分段终点',
  'pencil.button': '手绘',
  'pencil.title': '在尚未走过的部分手绘学习率',
  'pencil.hidden': '学习率画在当前运行的图上：请先返回当前运行',
  'pencil.here': '在这里画出学习率',
};
