// 整个页面：页首、输入框、通知。

export const app = {
  'app.name': 'Anneal',
  'app.claim': '一切都在本机上计算，不会上传任何内容。',
  'app.build': '内核 {version}，{name}',
  'app.skip': '跳到图表',
  'app.title': 'Anneal：学习率衰减与准确率',

  'language.label': '语言',

  'theme.toDark': '深色主题',
  'theme.toLight': '浅色主题',

  'settings.label': '实验',

  'menu.data': '数据',
  'menu.network': '网络',
  'menu.optimizer': '优化器',
  'menu.problem': '{menu}：有一项设置需要修改',

  'field.batch': '批大小',
  'field.batch.hint': '每步的图像数',
  'field.seed': '种子',
  'field.seed.hint': '种子相同，结果就相同',
  'field.epochs': '轮数',
  'field.epochs.hint': '遍历训练图像的次数',
  'field.kept': '{message}。仍为 {value}。',

  'notice.pending': '本次运行开始后改动了：{what}。下次运行时生效。',
  'notice.diverged':
    '运行在第 {step} 步发散：{cause}。权重和优化器已恢复到第 {restored} 步的状态。请把学习率从 {rate} 调低（可试 {lower}），或加上预热；点“继续”将从第 {restored} 步接着运行。',

  'diverged.lossNotFinite': '损失不是有限数',
  'diverged.lossAboveLimit': '损失已增大到 {loss}',
  'diverged.gradientNotFinite': '梯度不是有限数',

  'problem.sentence': '{message}。',
  'notice.problem': '{path}：{message}',
  'notice.load': '内核无法加载：{message}。请重新加载页面；如果仍不行，说明本站文件不完整。',
  'notice.lost': '内核已停止：{message}。请重新加载页面以重新启动。',
  'notice.memory': '内存不足，无法运行：{message}。请换用更小的网络、批量或数据集。',
  'notice.run': '运行已停止：{message}。',
  'notice.reload': '重新加载',

  'section.data': '数据',
  'section.network': '网络',
  'section.optimizer': '优化器',
  'section.loss': '损失函数',
  'section.seed': '种子',
  'section.training': '批量或轮数',
};
