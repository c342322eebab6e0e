// 网络及其各层。

export const network = {
  'network.presets.one_convolution': '单层卷积',
  'network.presets.one_convolution.about': '8 个 5 × 5 卷积核，池化，10 个输出',
  'network.presets.lenet': 'LeNet 型',
  'network.presets.lenet.about': '8 个和 16 个 5 × 5 卷积核，各接池化',
  'network.presets.three_convolutions': '三层卷积',
  'network.presets.three_convolutions.about': '32、64、128 个 3 × 3 卷积核，再接 512 个单元',
  'network.presets.dense': '不用卷积',
  'network.presets.dense.about': '一个隐藏层，参数与三层卷积一样多',
  'network.presets.vgg': '小型 VGG',
  'network.presets.vgg.about': '成对的 3 × 3 卷积，先 16 个再 32 个卷积核',
  'network.own': '自定义',
  'network.layer': '层',
  'network.output': '输出',
  'network.parameters': '参数',
  'network.multiplyAdds': '乘加',
  'network.total': '合计',
  'network.layers': '各层',

  'layer.conv2d': '卷积',
  'layer.relu': 'ReLU',
  'layer.max_pool2d': '最大池化',
  'layer.flatten': '展平',
  'layer.dense': '全连接',
};
