// 表单：取值范围；撤销与重做。

export const experiment = {
  'range.between': '{low} 到 {high}',
  'range.atLeast': '不小于 {low}',
  'range.above': '大于 {low}',
  'range.atMost': '不大于 {high}',
  'range.below': '小于 {high}',
  'padding.same': '同尺寸',
  'padding.valid': '无',
  'padding.counted': '补零',
  'padding.zeros': '每边补零数',

  'undo.label': '撤销与重做',
  'undo.undo': '撤销',
  'undo.redo': '重做',
  'undo.undone': '已撤销：{what}',
  'undo.redone': '已重做：{what}',
  'undo.what.document': '实验',
  'undo.what.name': '名称',
  'undo.what.seed': '随机种子',
  'undo.what.data': '数据',
  'undo.what.network': '网络',
  'undo.what.loss': '损失',
  'undo.what.optimizer': '优化器',
  'undo.what.schedule': '学习率调度',
  'undo.what.training': '轮数与批大小',
};
