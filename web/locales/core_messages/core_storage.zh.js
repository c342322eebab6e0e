// What the core and the worker say of files that Anneal itself has written, in Chinese: experiments,
// runs, weights and checkpoints; see core.js.

/** @type {import('../sentences.js').Pairs} */
const ofOwnFiles = [
  ['"{name}" holds no object {...}', '"{name}" 中没有对象 {...}'],
  [
    '"{name}" is neither an experiment ("version": 1) nor the history of a run ("steps")',
    '"{name}" 既不是实验（"version": 1）也不是运行的历史（"steps"）',
  ],
  [
    '"{name}" is cut short: its header is longer than it is',
    '"{name}" 不完整：文件头比文件本身还长',
  ],
  ['"{name}" has a header that is no object {...}', '"{name}" 的文件头不是对象 {...}'],
  [
    '"{name}" holds {runs} runs: at most {most} are read',
    '"{name}" 中有 {runs} 次运行：最多读取 {most} 次',
  ],
  ['"{name}" is no JSON: {reason:sentence}', '"{name}" 不是 JSON：{reason}'],
  ['"{name}" is no JSON: {reason}', '"{name}" 不是 JSON：{reason}'],
  ['"{name}": {rest:sentence}', '"{name}"：{rest}'],
  ['"{name}", runs[{index}]: {rest:sentence}', '"{name}"，runs[{index}]：{rest}'],
  ['expected an object of columns', '应为由各列组成的对象'],
  ['{rows} rows, at most {most}', '有 {rows} 行，最多 {most} 行'],
  ['"{name}": {where:path}: {rest:sentence}', '"{name}"：{where}：{rest}'],
  ['expected a list of {rows} numbers', '应为含 {rows} 个数的列表'],
];

/** @type {import('../sentences.js').Pairs} */
const ofWeights = [
  ['weights file: {rest:sentence}', '权重文件：{rest}'],
  ['tensor "{name}": {rest:sentence}', '张量 "{name}"：{rest}'],
  ['tensor "{name}" is missing', '缺少张量 "{name}"'],
  [
    'cut off: a header length of 8 bytes expected, got {bytes} bytes',
    '不完整：应有 8 字节的文件头长度，实际为 {bytes} 字节',
  ],
  [
    'cut off: a header of {announced} bytes announced, got {bytes} bytes',
    '不完整：声明的文件头为 {announced} 字节，实际为 {bytes} 字节',
  ],
  ['not safetensors: no header at its start', '不是 safetensors：开头没有文件头'],
  ['not safetensors: its header is not JSON', '不是 safetensors：文件头不是 JSON'],
  ['the network has none of that name', '网络中没有这个名称'],
  ['its shape is not a list of counts', '形状不是由计数组成的列表'],
  ['expected the shape {shape}, got {got}', '形状应为 {shape}，实际为 {got}'],
  ['its header is not an object', '文件头不是对象'],
  ['expected the type F32, got {got}', '类型应为 F32，实际为 {got}'],
  ['has no data_offsets', '没有 data_offsets'],
  [
    'cut off: its data end at byte {end} of {size}',
    '不完整：数据到第 {end} 字节为止，文件只有 {size} 字节',
  ],
  ['expected {bytes} bytes of data, got {got} bytes', '应有 {bytes} 字节的数据，实际为 {got} 字节'],
  [
    'starts at byte {start} of the data, expected {end}',
    '从数据的第 {start} 字节开始，应为第 {end} 字节',
  ],
];

/** @type {import('../sentences.js').Pairs} */
const ofCheckpoints = [
  ['checkpoint: {rest:sentence}', '检查点：{rest}'],
  [
    'its parts are longer than the whole, though its checksum is right',
    '校验和正确，但各部分比整体还长',
  ],
  [
    'this is none of Anneal\'s; one begins with "ANNEALCP"',
    '这不是 Anneal 的检查点；检查点以 "ANNEALCP" 开头',
  ],
  [
    'cut off: at least {least} bytes expected, got {bytes} bytes',
    '不完整：至少应有 {least} 字节，实际为 {bytes} 字节',
  ],
  [
    'cut off: {wanted} bytes expected, got {bytes} bytes',
    '不完整：应有 {wanted} 字节，实际为 {bytes} 字节',
  ],
  [
    'altered or too long: {wanted} bytes expected, got {bytes} bytes',
    '已被改动或过长：应有 {wanted} 字节，实际为 {bytes} 字节',
  ],
  [
    'written by a newer Anneal: version {version}, this one reads up to version {most}',
    '由更新版本的 Anneal 写成：版本 {version}，本版本最多能读版本 {most}',
  ],
  ['altered: its checksum is not that of its bytes', '已被改动：校验和与内容不符'],
  ['its confusion has a class that the network has not', '混淆矩阵中有网络所没有的类别'],
  ['an event is none', '其中一个事件无效'],
  ['its header lacks a part', '文件头缺少一部分'],
  ['its tensors are not those of its own experiment', '张量与其实验不符'],
  ['its history does not lead to where it stands', '历史与其所处的位置不符'],
  ['it goes on behind its last part', '最后一部分之后还有内容'],
];

/** @type {import('../sentences.js').Pairs} */
export const ofKept = [...ofOwnFiles, ...ofWeights, ...ofCheckpoints];
