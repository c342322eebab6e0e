// 浏览器保存的内容：中断的运行与竞赛、上限、存储错误。

export const storage = {
  'storage.offer.label': '中断的运行',
  'storage.offer': '运行 {number} 在第 {step} 步中断，共 {total} 步。',
  'storage.offer.named': '“{name}”在第 {step} 步中断，共 {total} 步。',
  'storage.offer.more': '其他中断的运行：{count} 个。',
  'storage.offer.build':
    '它所用的构建为 {of}，页面当前使用 {here}。将以原构建继续，结果与未中断时逐位相同。',
  'storage.offer.otherBuild':
    '它所用的构建（{of}）在此浏览器无法运行，将改用 {here} 继续：结果可能因舍入与未中断时略有不同。',
  'storage.offer.version':
    '它所用的版本为 {of}，当前版本为 {here}：结果可能因舍入与未中断时略有不同。',
  'storage.offer.needs': '缺少它的训练文件：请选择或拖入 {names}。',
  'storage.offer.elsewhere': '另一个标签页已在继续这次运行。',
  'storage.offer.busy': '当前运行太大，无法保存检查点。请先重置它，再继续这一个。',
  'storage.resume': '继续',
  'storage.discard': '放弃',
  'storage.discard.title': '删除其检查点；曲线仍留在运行列表中',
  'storage.choose': '选择文件',
  'storage.close': '关闭',
  'storage.megabytes': '{count} MB',

  'storage.error.denied':
    '此浏览器不允许页面存储数据（无痕窗口，或存储已禁用）。关闭标签页后，运行和实验会丢失，除非另存为文件。',
  'storage.error.full':
    '浏览器存储空间已满。关闭标签页后，新的运行会丢失，除非另存为文件。删除运行可以释放空间。',
  'storage.error.newer': '另一个标签页打开了本页的较新版本。此页不能再存储数据：请重新加载。',
  'storage.error.blocked': '另一个标签页打开着本页的旧版本。在它关闭之前，此页不能存储数据。',
  'storage.evicted':
    '此浏览器最多保存 {runs} 次运行或 {size}：关闭页面后，最早的 {count} 次将丢失。置顶的运行会保留。',
  'storage.evictedRaces':
    '此浏览器最多保存 {races} 次竞赛或 {size}：关闭页面后，最早的 {count} 次将丢失。可将结果存为 CSV 保留。',
  'storage.race': '一次竞赛因标签页关闭而中断：{all} 条赛道中已完成并保存 {done} 条。',
  'storage.race.show': '显示这次竞赛',
  'storage.tooLarge':
    '运行 {number} 的检查点需要 {size}，超过上限 128 MB。关闭标签页后无法继续该运行；训练结束后会保存其曲线。',
  'storage.filesLarge': '此实验的文件太大，无法保存（上限 {most}）：重新加载后需要再次选择。',

  'storage.missing': '缺少此实验的训练文件：请选择或拖入 {names}。',
};
