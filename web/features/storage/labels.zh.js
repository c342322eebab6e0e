// 页面关闭后仍保留的内容，以及分享：续跑、链接、文件。

export const kept = {
  'kept.offer.label': '中断的运行',
  'kept.offer': '运行 {number} 停在第 {step} 步，共 {total} 步。',
  'kept.offer.named': '“{name}”停在第 {step} 步，共 {total} 步。',
  'kept.offer.more': '另有 {count} 个。',
  'kept.offer.build':
    '它所用的构建（{of}）与页面当前的构建（{here}）不同，将在原构建中继续：每一位都与未中断时相同。',
  'kept.offer.otherBuild':
    '它所用的构建（{of}）在此无法运行，将改用 {here} 继续：最末几位可能与未中断时不同。',
  'kept.offer.version': '它始于版本 {of}，当前版本为 {here}：最末几位可能与未中断时不同。',
  'kept.offer.needs': '它的训练文件不在这里：请选择或拖入 {names}。',
  'kept.offer.elsewhere': '另一个标签页已在继续这次运行。',
  'kept.offer.busy': '当前打开的运行太大，无法搁置。请先重置它，再继续这一个。',
  'kept.resume': '继续',
  'kept.discard': '放弃',
  'kept.discard.title': '放弃后无法再继续；其曲线仍留在运行列表中',
  'kept.choose': '选择文件',
  'kept.read': '关闭',
  'kept.megabytes': '{count} MB',

  'kept.trouble.denied':
    '此浏览器不为本页保存任何内容（无痕窗口，或存储已关闭）。一切功能照常；关闭标签页后，运行和实验会消失，除非另存为文件。',
  'kept.trouble.full':
    '存储空间已满，无法再保存。一切功能照常；关闭标签页后，新内容会消失，除非另存为文件。删除运行可以腾出空间。',
  'kept.trouble.newer':
    '另一个标签页打开了本页的较新版本。此页可以继续使用，但不再保存任何内容：请重新加载。',
  'kept.trouble.blocked':
    '另一个标签页中的旧版页面占用着已保存的内容。此页可以使用，但在那个标签页关闭之前不保存任何内容。',
  'kept.letGo':
    '此浏览器最多保存 {runs} 次运行或 {size}：关闭页面后，最早的 {count} 次将消失。置顶的运行会保留。',
  'kept.letGoRaces':
    '此浏览器最多保存 {races} 次竞赛或 {size}：关闭页面后，最早的 {count} 次将消失。可将其表格存为 CSV 保留。',
  'kept.race': '一次竞赛因标签页关闭而中断：{all} 条赛道中已结束并保存 {done} 条。',
  'kept.race.show': '显示这次竞赛',
  'kept.tooLarge':
    '运行 {number} 连同优化器状态占 {size}，太大，训练期间不保存（上限 128 MB）。关闭标签页后它就结束；跑完后会保存其曲线。',
  'kept.filesLarge': '此实验的文件太大，无法保存（上限 {most}）：重新加载后需要再次选择。',

  'kept.missing': '此实验的训练文件不在这里：请选择或拖入 {names}。',

  'share.share': '复制此实验的链接',
  'share.copied': '已复制：链接共 {letters} 个字符，包含整个实验。',
  'share.byHand': '此浏览器不允许页面复制。链接在此：',
  'share.link': '此实验的链接',
  'share.needs': '打开者还需要链接不包含的文件：{names}。',
  'share.tooLong': '此实验太大，无法放进链接（上限 {most} 个字符）。请改存为文件。',

  'toast.label': '消息',
  'opened.link': '已从链接打开。按“运行”之前不会开始训练。',
  'opened.link.named': '已从链接打开：{name}。按“运行”之前不会开始训练。',
  'opened.experiment': '已打开：{name}。按“运行”之前不会开始训练。',
  'opened.run': '{name} 中的一次运行已列入运行列表。',
  'opened.runs': '{name} 中的 {count} 次运行已列入运行列表。',
  'opened.weights': '下次运行将从 {name} 的权重开始。',

  'refused.link': '链接未打开：{why}实验保持不变。',
  'refused.file': '{name} 未打开：{why}实验保持不变。',
  'refused.damaged': '它已损坏或不完整。',
  'refused.long': '它比任何实验所需的都长。',
  'refused.newer': '它由更新版本的 Anneal 生成。',
  'refused.wrong': '{message}。',
  'refused.memory': '运行它需要至少 {size} MB，超出页面可用的内存。',
  'refused.busy': '当前打开的运行太大，无法搁置。请先重置它。',

  'files.menu': '文件：打开与保存',
  'files.name': '实验名称',
  'files.name.none': '无',
  'files.name.hint': '随链接和文件一起保存',
  'files.open': '打开文件',
  'files.open.hint': '实验、历史或多次运行（.json），权重（.safetensors）。也可以拖到页面上。',
  'files.weights.from': '新的运行从 {name} 开始。',
  'files.weights.drop': '改为从种子开始',
  'files.save': '保存',
  'files.save.experiment': '保存实验',
  'files.save.history': '保存本次运行的历史',
  'files.save.weights': '保存权重',
  'files.save.runs': '保存所有运行',
};
