// English labels of the panel of speed.

export const speed = {
  'panel.speed': 'Speed',

  'speed.caption': 'Training speed of this network with each build of the core, on random images',
  'speed.build': 'Build',
  'speed.threads': 'Threads',
  'speed.images': 'Images/s',
  'speed.flops': 'GFLOP/s',
  'speed.peak': 'Peak per thread',
  'speed.share': 'Share of peak',
  'speed.measure': 'Measure',
  'speed.stop': 'Stop',
  'speed.now': 'measuring…',
  'speed.measuring': 'Measuring {name}.',
  'speed.refused': 'This build could not be loaded: {message}',
  'speed.why.fastest': 'In use: {name}, the fastest build that this browser supports.',
  'speed.why.chosen': 'In use: {name}, chosen by you.',
  'speed.builds.scalar': 'Scalar',
  'speed.builds.simd': 'SIMD',
  'speed.builds.relaxed': 'Relaxed SIMD',
  'speed.builds.simd-threads': 'SIMD, threads',
  'speed.builds.relaxed-threads': 'Relaxed SIMD, threads',
  'speed.obstacles.no_simd': 'this browser does not support WebAssembly SIMD',
  'speed.obstacles.no_relaxed_simd': 'this browser does not support relaxed SIMD',
  'speed.obstacles.no_threads': 'this browser does not support WebAssembly threads',
  'speed.obstacles.not_isolated':
    'this page is not cross-origin isolated, so memory cannot be shared',
};
