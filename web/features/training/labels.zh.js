// 训练栏：控制、进度与状态。

export const training = {
  'training.label': '训练',
  'training.run': '运行',
  'training.resume': '继续',
  'training.again': '重新运行',
  'training.pause': '暂停',
  'training.step': '一步',
  'training.epoch': '一轮',
  'training.reset': '重置',
  'training.run.title': '运行或暂停（空格）',
  'training.step.title': '训练一个批次（s）',
  'training.epoch.title': '训练到本轮结束（e）',
  'training.reset.title': '重置训练；曲线保留供比较（r）',
  'training.progress': '进度',

  'progress.epoch': '轮',
  'progress.of': '{done} / {total}',
  'progress.speed': '图像/秒',
  'progress.flops': 'GFLOP/s',
  'progress.left': '剩余',
  'progress.preparing': '正在准备数据和网络…',
  'progress.loading': '正在加载内核…',

  'status.running': '正在训练。',
  'status.paused': '已在第 {step} 步暂停。',
  'status.finished': '已完成。留出准确率 {last}，最佳 {best}。',
  'status.failed': '运行已停止。',
};
