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
  'network.own': 'Your own',
  'network.layer': 'Layer',
  'network.output': 'Output',
  'network.parameters': 'Parameters',
  'network.multiplyAdds': 'Multiply-adds',
  'network.total': 'Together',
  'network.layers': 'Layers',

  'layer.conv2d': 'Convolution',
  'layer.relu': 'ReLU',
  'layer.max_pool2d': 'Max pooling',
  'layer.flatten': 'Flatten',
  'layer.dense': 'Dense',
};
