// 查看运行内部的各面板共用的中文标签。

export const inspection = {
  'inspection.waiting': '正在加载…',
  'inspection.refused': '无法显示：{message}',

  'layers.projection': '{number} 捷径',

  'scale.diverging': '蓝色小于零，琥珀色大于零',
  'scale.colors': 'RGB：灰色表示三个通道皆为零',

  'sample.of': '图像来自',
  'sample.validation': '留出',
  'sample.train': '训练',
  'sample.drawing': '手写',
  'sample.draw': '修改手写',
  'sample.index': '图像编号',
  'sample.count': '共 {count} 张',
  'sample.next': '下一张',
  'sample.previous': '上一张',
  'sample.random': '随机',
  'sample.class': '类别',
  'sample.every': '所有类别',
  'sample.wrong': '只看错分',
  'sample.none': '没有这样的图像，或第一轮尚未完成。',
  'sample.title': '图像 {index}：{label}',
  'sample.loss': '损失 {loss}',
};
