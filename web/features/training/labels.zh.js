// 运行、暂停，以及运行到了哪里。

export const training = {
  'training.label': '训练',
  'training.run': '运行',
  'training.resume': '继续',
  'training.again': '重新运行',
  'training.pause': '暂停',
  'training.step': '一步',
  'training.epoch': '一轮',
  'training.reset': '复位',
  'training.run.title': '运行或暂停（空格）',
  'training.step.title': '训练一个批次（s）',
  'training.epoch.title': '训练到本轮结束（e）',
  'training.reset.title': '回到起点；曲线留下供比较（r）',
  'training.progress': '进度',

  'progress.epoch': '轮',
  'progress.of': '{done} / {total}',
  'progress.speed': '图像/秒',
  'progress.flops': 'GFLOP/s',
  'progress.left': '剩余',
  'progress.preparing': '正在生成图像和网络…',
  'progress.loading': '正在加载内核…',

  'said.running': '正在训练。',
  'said.paused': '已在第 {step} 步暂停。',
  'said.finished': '已完成。留出准确率 {last}，最佳 {best}。',
  'said.failed': '运行已停止。',
};
