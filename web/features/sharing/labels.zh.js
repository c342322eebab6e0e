// 打开与保存：链接、实验、历史和权重。

export const sharing = {
  'toast.label': '消息',

  'share.share': '复制此实验的链接',
  'share.copied': '链接已复制（{letters} 个字符），包含整个实验。',
  'share.byHand': '此浏览器不允许页面使用剪贴板。请自行复制链接：',
  'share.link': '此实验的链接',
  'share.needs': '链接不包含训练文件：{names}。',
  'share.tooLong': '此实验太大，无法放进链接（上限 {most} 个字符）。请改存为文件。',

  'opened.link': '已从链接打开。按“运行”之前不会开始训练。',
  'opened.link.named': '已从链接打开：{name}。按“运行”之前不会开始训练。',
  'opened.experiment': '已打开：{name}。按“运行”之前不会开始训练。',
  'opened.run': '{name} 中的一次运行已添加到运行列表。',
  'opened.runs': '{name} 中的 {count} 次运行已添加到运行列表。',
  'opened.weights': '下次运行将从 {name} 的权重开始。',

  'refused.link': '链接未打开：{why}实验保持不变。',
  'refused.file': '{name} 未打开：{why}实验保持不变。',
  'refused.damaged': '它已损坏或不完整。',
  'refused.long': '它太长。',
  'refused.newer': '它由更新版本的 Anneal 生成。',
  'refused.wrong': '{message}。',
  'refused.memory': '运行它需要至少 {size} MB，超出页面可分配的内存。',
  'refused.busy': '当前运行太大，无法保存检查点。请先重置它。',

  'files.menu': '文件：打开与保存',
  'files.name': '实验名称',
  'files.name.none': '无',
  'files.name.hint': '随链接和文件一起保存',
  'files.open': '打开文件',
  'files.open.hint': '实验、历史或多次运行（.json），权重（.safetensors）。也可以拖到页面上。',
  'files.weights.from': '新的运行从 {name} 中的权重开始。',
  'files.weights.drop': '改用种子初始化',
  'files.save': '保存',
  'files.save.experiment': '保存实验',
  'files.save.history': '保存本次运行的历史',
  'files.save.weights': '保存权重',
  'files.save.runs': '保存所有运行',
};
