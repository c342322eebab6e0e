// Reads the colours of the chart from the theme.

/** @param {HTMLElement} element */
export function readColors(element) {
  const style = getComputedStyle(element);
  const color = (/** @type {string} */ name) => style.getPropertyValue(name).trim();
  return {
    colors: {
      rate: color('--rate'),
      heldOut: color('--held-out'),
      training: color('--training'),
      loss: color('--loss'),
      weights: color('--weight-norm'),
      gradients: color('--gradient-norm'),
      rateText: color('--rate-text'),
      heldOutText: color('--held-out-text'),
      trainingText: color('--training-text'),
      lossText: color('--loss-text'),
    },
    ink: {
      paper: color('--paper'),
      text: color('--ink-soft'),
      faint: color('--ink-quiet'),
      strong: color('--ink'),
      grid: color('--whisper'),
      jump: color('--rate'),
      jumpText: color('--rate-text'),
      font: style.fontFamily,
      serif: color('--serif'),
    },
  };
}

/** @typedef {ReturnType<typeof readColors>} Palette */
