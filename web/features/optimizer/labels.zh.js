// 优化器与损失：描述符以外的文字。

export const optimizer = {
  'optimizer.kind': '优化器',
  'optimizer.formula': '由梯度 g 更新权重 w',
  'optimizer.formula.symbols': '符号形式',
  'optimizer.formula.numbers': '代入当前数值',
  'optimizer.common': '权重衰减与梯度裁剪',
  'optimizer.loss': '损失',
};
