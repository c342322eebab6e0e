// The panel of speed.

export const speed = {
  'panel.speed': 'Speed',

  'speed.caption': 'This network, trained by each build of the core on images of noise',
  'speed.build': 'Build',
  'speed.threads': 'Threads',
  'speed.images': 'Images/s',
  'speed.flops': 'GFLOP/s',
  'speed.peak': 'Peak of a thread',
  'speed.share': 'Of the peak',
  'speed.measure': 'Measure',
  'speed.stop': 'Stop',
  'speed.now': 'measuring…',
  'speed.measuring': 'Measuring {name}.',
  'speed.refused': 'This build could not be loaded: {message}',
  'speed.why.fastest': '{name} computes: the fastest build that this browser runs.',
  'speed.why.chosen': '{name} computes: you chose it.',
  'speed.builds.scalar': 'Scalar',
  'speed.builds.simd': 'SIMD',
  'speed.builds.relaxed': 'Relaxed SIMD',
  'speed.builds.simd-threads': 'SIMD, threads',
  'speed.builds.relaxed-threads': 'Relaxed SIMD, threads',
  'speed.obstacles.no_simd': 'this browser has no WebAssembly SIMD',
  'speed.obstacles.no_relaxed_simd': 'this browser has no relaxed SIMD',
  'speed.obstacles.no_threads': 'this browser has no WebAssembly threads',
  'speed.obstacles.not_isolated':
    'this page is not cross-origin isolated, so memory cannot be shared',
};
