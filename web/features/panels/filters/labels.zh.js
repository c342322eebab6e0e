// 卷积核面板的中文标签。

export const filtersPanel = {
  'panel.filters': '卷积核',

  'filters.empty': '按“运行”或“单步”：每个卷积层的卷积核会显示在这里，并随训练变化。',
  'filters.none': '这个网络没有卷积层，因此没有卷积核。',
  'filters.grid': '卷积核',
  'filters.hint': '每张图是一个卷积核；色标以该层最大的权重为端点。选择一个可查看其权重。',
  'filters.readout': '卷积核 {filter}：从 {low} 到 {high}',
  'filters.channel': '输入通道',
  'filters.channels': '（0 到 {last}）',
  'filters.numbers': '卷积核 {filter}，输入通道 {channel}',
  'filters.close': '关闭',
};
