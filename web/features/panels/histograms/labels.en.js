// The panel of weights and gradients.

export const histograms = {
  'panel.histograms': 'Weights and gradients',

  'histograms.empty': 'Press Run: the weights, gradients and updates of each layer appear here.',
  'histograms.label': 'Weights, gradients and updates by layer',
  'histograms.keys':
    'Left and right arrow move the cursor from moment to moment, home and end to the first and the last, escape takes it away.',
  'histograms.quantity': 'Quantity',
  'histograms.quantities.weights': 'Weights',
  'histograms.quantities.gradients': 'Gradients',
  'histograms.quantities.updates': 'Updates',
  'histograms.about.weights': 'Weights after each step.',
  'histograms.about.gradients': 'Gradients of the loss over the batch, before any clipping.',
  'histograms.about.updates':
    'How far each step moves the weights: what the optimizer makes of the gradient and the learning rate.',
  'histograms.axis': 'Value axis',
  'histograms.axes.log': 'Logarithmic',
  'histograms.axes.linear': 'Linear',
  'histograms.biases': 'Biases too',
  'histograms.table': 'Show as table',
  'histograms.chart': 'Show as chart',

  'histograms.read':
    'Across: the same stretch as in the chart. Up: values, on the same axis for all layers. Shade: share of the values. Lines: the median, and what 5 % lie below and above of. At the right: the moment under the cursor, else the newest.',
  'histograms.legend': 'Share of the values in a cell',
  'histograms.rule':
    'Lower line: the size of a step’s change by the size of the weights. About 1e-3 is a common rule of thumb: far more and the weights jump, far less and they hardly learn.',
  'histograms.sampled': 'Measured on {sampled} of {values} values, evenly spread.',
  'histograms.since':
    'Recorded from step {step} on: the run was resumed there, and the record of what came before is not kept with it.',
  'histograms.unmeasured': 'Measured from the next step on.',

  'histograms.layer': 'Layer {number}: {type}',
  'histograms.roles.weight': 'weights',
  'histograms.roles.bias': 'biases',
  'histograms.types.conv2d': 'convolution',
  'histograms.types.dense': 'dense',
  'histograms.types.batch_norm': 'batch normalisation',
  'histograms.types.layer_norm': 'layer normalisation',
  'histograms.types.projection': 'projection',
  'histograms.describe':
    '{name}: {quantity} after {step} steps between {low} and {high}, median {median}, update by weights {ratio}.',

  'histograms.median': 'Median',
  'histograms.middle': '5 % to 95 %',
  'histograms.ends': 'Least to largest',
  'histograms.mean': 'Mean',
  'histograms.deviation': 'Standard deviation',
  'histograms.zeros': 'Exactly zero',
  'histograms.ratio': 'Update / weights',
  'histograms.range': '{low} to {high}',
  'histograms.probe': '{low} to {high}: {share} of the values',
  'histograms.moment': 'Steps done',
  'histograms.caption': '{quantity} of each layer after {step} steps',

  'histograms.well': 'No sign of vanishing or exploding gradients.',
  'histograms.findings.vanishing':
    'Gradients vanish: those of {name} are {amount} times smaller than those of {other}. It hardly learns. ReLU instead of sigmoid or tanh, normalisation, a residual block or fewer layers help.',
  'histograms.findings.exploding':
    'Gradients explode: those of {name} have grown {amount}-fold, and each step moves its weights by more than a tenth. Lower the learning rate, clip the gradient, or begin with a warm-up.',
  'histograms.findings.dead':
    '{name} is dead: all its gradients are exactly zero, so it does not learn. Its ReLU units are off for every image, or no signal reaches it. A lower learning rate from the start prevents that.',
  'histograms.findings.idle':
    '{amount} of the gradients of {name} are exactly zero: of units, or of inputs, that are off for the whole batch.',

  'histograms.said': '{what}: {name}.',
  'histograms.said.vanishing': 'Gradients vanish',
  'histograms.said.exploding': 'Gradients explode',
  'histograms.said.dead': 'Dead layer',
};
