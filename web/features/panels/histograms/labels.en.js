// English labels of the panel of weights and gradients.

export const histograms = {
  'panel.histograms': 'Weights and gradients',

  'histograms.empty': 'Press Run to show the weights, gradients and updates of each layer here.',
  'histograms.label': 'Weights, gradients and updates by layer',
  'histograms.keys':
    'Left and right arrow move the cursor to the previous and next snapshot, home and end to the first and last, escape removes it.',
  'histograms.quantity': 'Quantity',
  'histograms.quantities.weights': 'Weights',
  'histograms.quantities.gradients': 'Gradients',
  'histograms.quantities.updates': 'Updates',
  'histograms.about.weights': 'Weights after each step.',
  'histograms.about.gradients': 'Gradients of the loss over the batch, before clipping.',
  'histograms.about.updates': 'Change of the weights in each step, as computed by the optimizer.',
  'histograms.axis': 'Value axis',
  'histograms.axes.log': 'Logarithmic',
  'histograms.axes.linear': 'Linear',
  'histograms.biases': 'Show biases',
  'histograms.table': 'Show as table',
  'histograms.chart': 'Show as chart',

  'histograms.read':
    'Horizontal axis: the same range as in the chart. Vertical axis: values, the same for all layers. Shade: share of the values. Lines: the median and the 5 % and 95 % quantiles. At the right: the histogram at the cursor, or the latest.',
  'histograms.legend': 'Share of the values per bin',
  'histograms.rule':
    'Lower line: norm of the update divided by the norm of the weights. A common rule of thumb is about 1e-3: much larger values make training unstable, much smaller ones make it slow.',
  'histograms.sampled': 'Measured on {sampled} of {values} values, evenly spaced.',
  'histograms.since':
    'Recorded from step {step} on, where the run was resumed. Earlier histograms are not stored with a run.',
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
    '{name}: {quantity} after {step} steps between {low} and {high}, median {median}, update / weights {ratio}.',

  'histograms.median': 'Median',
  'histograms.middle': '5 % to 95 %',
  'histograms.ends': 'Minimum to maximum',
  'histograms.mean': 'Mean',
  'histograms.deviation': 'Standard deviation',
  'histograms.zeros': 'Exactly zero',
  'histograms.ratio': 'Update / weights',
  'histograms.range': '{low} to {high}',
  'histograms.probe': '{low} to {high}: {share} of the values',
  'histograms.moment': 'Step',
  'histograms.caption': '{quantity} of each layer after {step} steps',

  'histograms.well': 'No sign of vanishing or exploding gradients.',
  'histograms.findings.vanishing':
    'Vanishing gradients: those of {name} are {amount} times smaller than those of {other}, so it hardly learns. ReLU instead of sigmoid or tanh, normalisation, a residual block or fewer layers help.',
  'histograms.findings.exploding':
    'Exploding gradients: those of {name} have grown {amount}-fold, and each step changes its weights by more than a tenth. Lower the learning rate, clip the gradient, or start with a warm-up.',
  'histograms.findings.dead':
    '{name} is dead: all its gradients are exactly zero, so it does not learn. Its ReLU units are inactive for every image, or no signal reaches it. A lower initial learning rate prevents this.',
  'histograms.findings.idle':
    '{amount} of the gradients of {name} are exactly zero: units or inputs that are inactive for the whole batch.',

  'histograms.announced': '{what}: {name}.',
  'histograms.announced.vanishing': 'Vanishing gradients',
  'histograms.announced.exploding': 'Exploding gradients',
  'histograms.announced.dead': 'Dead layer',
};
