// 图上的手柄与手绘的中文标签。

export const handles = {
  'handle.name': '{name} {index}',
  'handle.value': '第 {time} {unit}，学习率 {rate}',
  'handle.names.height': '当前学习率',
  'handle.names.start': '初始学习率',
  'handle.names.end': '衰减的终点',
  'handle.names.drop': '下一次下降',
  'handle.names.milestone': '里程碑',
  'handle.names.half': '初始学习率的一半',
  'handle.names.peak': '峰值',
  'handle.names.foot': '基础学习率',
  'handle.names.fall': '衰减的起点',
  'handle.names.restart': '重启',
  'handle.names.knot': '点',
  'handle.names.warmupStart': '预热的起点',
  'handle.names.warmupEnd': '预热的终点',
  'handle.names.partEnd': '分段终点',
  'pencil.button': '手绘',
  'pencil.title': '手绘之后的学习率',
  'pencil.hidden': '只能在当前运行的图上手绘',
  'pencil.here': '在这里手绘学习率',
};
