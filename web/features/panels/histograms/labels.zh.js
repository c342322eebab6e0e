// 权重与梯度面板的中文标签。

export const histograms = {
  'panel.histograms': '权重与梯度',

  'histograms.empty': '按“运行”：各层的权重、梯度和更新量会显示在这里。',
  'histograms.label': '各层的权重、梯度和更新量',
  'histograms.keys':
    '左右方向键把游标移到上一次和下一次记录，Home 和 End 跳到最早和最新记录，Esc 取消游标。',
  'histograms.quantity': '量',
  'histograms.quantities.weights': '权重',
  'histograms.quantities.gradients': '梯度',
  'histograms.quantities.updates': '更新量',
  'histograms.about.weights': '每一步之后的权重。',
  'histograms.about.gradients': '损失在该批次上的梯度，裁剪之前。',
  'histograms.about.updates': '优化器算出的每一步权重变化。',
  'histograms.axis': '数值轴',
  'histograms.axes.log': '对数',
  'histograms.axes.linear': '线性',
  'histograms.biases': '显示偏置',
  'histograms.table': '显示为表格',
  'histograms.chart': '显示为图',

  'histograms.read':
    '横轴：与上方图表相同的区间。纵轴：数值，各层共用。深浅：数值所占比例。线：中位数，以及 5 % 与 95 % 分位数。右侧：游标处的直方图，没有游标则为最新的直方图。',
  'histograms.legend': '每个区间内的数值比例',
  'histograms.rule':
    '下方的线：更新量的范数与权重的范数之比。常用经验值约为 1e-3：大得多则训练不稳定，小得多则训练缓慢。',
  'histograms.sampled': '在 {values} 个值中均匀抽取 {sampled} 个测得。',
  'histograms.since': '从第 {step} 步开始记录：训练在此处恢复，此前的直方图未随运行保存。',
  'histograms.unmeasured': '从下一步开始测量。',

  'histograms.layer': '第 {number} 层：{type}',
  'histograms.roles.weight': '权重',
  'histograms.roles.bias': '偏置',
  'histograms.types.conv2d': '卷积',
  'histograms.types.dense': '全连接',
  'histograms.types.batch_norm': '批归一化',
  'histograms.types.layer_norm': '层归一化',
  'histograms.types.projection': '投影',
  'histograms.describe':
    '{name}：{step} 步之后，{quantity}介于 {low} 和 {high} 之间，中位数 {median}，更新量与权重之比 {ratio}。',

  'histograms.median': '中位数',
  'histograms.middle': '5 % 到 95 %',
  'histograms.ends': '最小到最大',
  'histograms.mean': '均值',
  'histograms.deviation': '标准差',
  'histograms.zeros': '恰为零',
  'histograms.ratio': '更新量 / 权重',
  'histograms.range': '{low} 到 {high}',
  'histograms.probe': '{low} 到 {high}：占全部数值的 {share}',
  'histograms.moment': '步',
  'histograms.caption': '{step} 步之后各层的{quantity}',

  'histograms.well': '没有梯度消失或梯度爆炸的迹象。',
  'histograms.findings.vanishing':
    '梯度消失：{name} 的梯度只有 {other} 的 1/{amount}，几乎不学习。可用 ReLU 代替 sigmoid 或 tanh、加归一化、加残差块，或减少层数。',
  'histograms.findings.exploding':
    '梯度爆炸：{name} 的梯度增大到原来的 {amount} 倍，每一步使其权重变动超过十分之一。请降低学习率、裁剪梯度，或先做预热。',
  'histograms.findings.dead':
    '{name} 已失活：其梯度全部恰为零，因而不再学习。它的 ReLU 单元对所有图像都关闭，或没有信号到达它。从一开始就用较低的学习率可避免这种情况。',
  'histograms.findings.idle':
    '{name} 的梯度中有 {amount} 恰为零：这些单元或输入在整个批次中都处于关闭状态。',

  'histograms.announced': '{what}：{name}。',
  'histograms.announced.vanishing': '梯度消失',
  'histograms.announced.exploding': '梯度爆炸',
  'histograms.announced.dead': '失活的层',
};
