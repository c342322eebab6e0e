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
  'kept.tooLarge':
    '运行 {number} 连同优化器状态占 {size}，太大，训练期间不保存（上限 128 MB）。关闭标签页后它就结束；跑完后会保存其曲线。',
  'kept.filesLarge': '此实验的文件太大，无法保存（上限 {most}）：重新加载后需要再次选择。',
};
