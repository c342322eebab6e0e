// Networks and their layers.

export const network = {
  'network.presets.one_convolution': 'One convolution',
  'network.presets.one_convolution.about': '8 filters of 5 × 5, pooling, 10 outputs',
  'network.presets.lenet': 'LeNet-style',
  'network.presets.lenet.about': '8 and 16 filters of 5 × 5, each with pooling',
  'network.presets.three_convolutions': 'Three convolutions',
  'network.presets.three_convolutions.about': '32, 64 and 128 filters of 3 × 3, then 512 units',
  'network.presets.dense': 'Without convolution',
  'network.presets.dense.about': 'One hidden layer, as many parameters as the three convolutions',
  'network.presets.vgg': 'Small VGG',
  'network.presets.vgg.about': 'Pairs of 3 × 3 convolutions, 16 then 32 filters',
  'network.presets.residual': 'Small residual network',
  'network.presets.residual.about': 'Two residual blocks, 16 then 32 filters, batch normalisation',
  'network.presets.three_small': 'Three convolutions on 32 × 32 × 3',
  'network.presets.three_small.about': 'With their images: shapes of 10 classes',
  'network.presets.three_large': 'Three convolutions on 224 × 224 × 3',
  'network.presets.three_large.about':
    'With their images: shapes of 1,000 classes; 44.9 million parameters, up to 4 GB of memory, long steps',
  'network.own': 'Your own',
  'network.layer': 'Layer',
  'network.output': 'Output',
  'network.parameters': 'Parameters',
  'network.multiplyAdds': 'Multiply-adds',
  'network.total': 'Total',
  'network.layers': 'Layers',
  'network.intro': 'Change any setting in place. The next run trains this network.',
  'network.settings': 'Settings',
  'network.parameterMemory': 'Parameter memory',
  'network.activationMemory': 'Activation memory',
  'network.soFar': 'So far',
  'network.memory.what':
    'Multiply-adds are of one image forward; parameters count with their gradients, activations for a batch of {batch}.',
  'network.memory.run': 'A whole run takes at most {size}.',
  'network.standing': 'Until this is corrected, runs use the last valid network: {name}.',
  'network.input': 'Input {shape}',
  'network.nameOf': 'Layer {number}, {type}',
  'network.settingsOf': 'Settings of {name}',
  'network.more': 'More',
  'network.less': 'Less',
  'network.move': 'Move {name} of {of}',
  'network.move.how': 'Drag, or press the arrow keys; Alt with them works anywhere in the row',
  'network.block.how':
    'Rows move within the block. To bring a layer in, add it here with +; to take one out, remove it and add it outside.',
  'network.duplicate': 'Duplicate {name}',
  'network.remove': 'Remove {name}',
  'network.addFirst': 'Add a layer at the start',
  'network.addAfter': 'Add a layer after {name}',
  'network.choose': 'Type of the new layer',
  'network.picture': 'Picture of the network',
  'network.picture.scale':
    'Sides are to scale; the thickness of a box and the height of a line grow with the logarithm of channels and units.',
  'network.stage': '{type} {shape}',

  'network.said.added': '{type} added as layer {number} of {of}',
  'network.said.removed': '{type} removed, {of} layers left',
  'network.said.moved': '{type} is now layer {number} of {of}',
  'network.said.duplicated': '{type} duplicated as layer {number} of {of}',
  'network.said.repaired': 'Mended at layer {number} of {of}, {type}',

  'network.problem.vector':
    'A dense layer takes a list of numbers, but here comes an image of {shape}.',
  'network.problem.image': 'This layer takes an image, but here comes a list of {shape} numbers.',
  'network.problem.pool': 'A window of {size} is larger than what is left of the image, {shape}.',
  'network.problem.window':
    'A kernel that spans {size} finds no room in an image of {shape} without padding.',
  'network.problem.groups':
    '{groups} groups do not divide the {channels} channels that come in and the {filters} filters evenly.',
  'network.problem.shortcut':
    'The block turns {input} into {output}, so its input cannot be added to its output.',
  'network.problem.noProjection': 'No projection leads from {input} to {output}.',
  'network.problem.outputs':
    'The network ends with {outputs} numbers, but there are {classes} classes.',
  'network.problem.spareOutputs':
    'There are {classes} classes; of the {outputs} outputs the rest are never right.',
  'network.problem.outputImage':
    'The network ends with an image of {outputs}; it has to end with {classes} numbers, one a class.',

  'network.repair.flatten': 'Put Flatten in front',
  'network.repair.same': 'Pad to the same size',
  'network.repair.groups': 'Use one group',
  'network.repair.projection': 'Add a projection',
  'network.repair.before': 'Move it up, before the image is flattened',
  'network.repair.remove': 'Remove this layer',
  'network.repair.units': 'Set the units to {units}',
  'network.repair.dense': 'Add Dense with {units} units at the end',

  'network.images': 'Input',

  'network.menu.layers': 'Layers',
  'network.menu.activations': 'Activations',
  'network.menu.normalisation': 'Normalisation and regularisation',
  'network.menu.blocks': 'Blocks',
};
