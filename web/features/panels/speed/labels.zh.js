// 速度面板的中文标签。

export const speed = {
  'panel.speed': '速度',

  'speed.caption': '此网络用内核各版本在随机图像上的训练速度',
  'speed.build': '版本',
  'speed.threads': '线程',
  'speed.images': '图像/秒',
  'speed.flops': 'GFLOP/s',
  'speed.peak': '单线程峰值',
  'speed.share': '占峰值',
  'speed.measure': '测量',
  'speed.stop': '停止',
  'speed.now': '正在测量…',
  'speed.measuring': '正在测量 {name}。',
  'speed.refused': '此版本无法加载：{message}',
  'speed.why.fastest': '正在使用 {name}：此浏览器能运行的最快版本。',
  'speed.why.chosen': '正在使用 {name}：由你选定。',
  'speed.builds.scalar': '标量',
  'speed.builds.simd': 'SIMD',
  'speed.builds.relaxed': '宽松 SIMD',
  'speed.builds.simd-threads': 'SIMD，多线程',
  'speed.builds.relaxed-threads': '宽松 SIMD，多线程',
  'speed.obstacles.no_simd': '此浏览器不支持 WebAssembly SIMD',
  'speed.obstacles.no_relaxed_simd': '此浏览器不支持宽松 SIMD',
  'speed.obstacles.no_threads': '此浏览器不支持 WebAssembly 线程',
  'speed.obstacles.not_isolated': '本页未跨源隔离，内存无法共享',
};
