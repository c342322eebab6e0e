// What the core, the bridge and the worker say, in Chinese: patterns as ../sentences.js reads them.
// Names of settings, files and layers stay as they are in the document.

import { ofFiles } from './core_files.zh.js';
import { ofKept } from './core_storage.zh.js';

/** @type {import('../sentences.js').Pairs} what is expected, or was found */
const things = [
  ['a positive integer', '正整数'],
  ['a count', '计数'],
  ['an integer', '整数'],
  ['an integer of at least {least}', '不小于 {least} 的整数'],
  ['an integer from {low} to {high}', '{low} 到 {high} 之间的整数'],
  ['a whole number from {low} to {high}', '{low} 到 {high} 之间的整数'],
  ['a number', '数'],
  ['a finite number', '有限的数'],
  ['finite numbers', '有限的数'],
  ['a number above {low}', '大于 {low} 的数'],
  ['a number below {high}', '小于 {high} 的数'],
  ['a number of at least {least}', '不小于 {least} 的数'],
  ['a number of at least {least} and below {high}', '不小于 {least} 且小于 {high} 的数'],
  ['a number above {low} and at most {most}', '大于 {low} 且不大于 {most} 的数'],
  ['a number above {low} and below {high}', '大于 {low} 且小于 {high} 的数'],
  ['a number from {low} to {high}', '{low} 到 {high} 之间的数'],
  ['a number in {range}', '区间 {range} 内的数'],
  ['a share between 0 and 1', '0 与 1 之间的比例'],
  ['true or false', 'true 或 false'],
  ['a text in quotes', '带引号的文本'],
  ['an object {...}', '对象 {...}'],
  ['a list [...]', '列表 [...]'],
  ['a list of parts', '由各段组成的列表'],
  ['a list of 1 to {most} names of files', '含 1 到 {most} 个文件名的列表'],
  ['a list of 1 to {most} layers', '含 1 到 {most} 层的列表'],
  ['a list of rows of numbers', '由数的行组成的列表'],
  ['a row of numbers', '一行数'],
  ['a knot [t, rate]', '节点 [t, rate]'],
  ['a number or [rows, columns]', '数或 [rows, columns]'],
  ['a positive integer or [height, width]', '正整数或 [height, width]'],
  [
    '"same", "valid", a number or [top, bottom, left, right]',
    '"same"、"valid"、数或 [top, bottom, left, right]',
  ],
  ['three positive integers [height, width, channels]', '三个正整数 [height, width, channels]'],
  ['the name of a file', '文件名'],
  ['the name of an array', '数组名'],
  ['1 for grey or 3 for colour', '1（灰度）或 3（彩色）'],
  ['an optimizer with momentum', '带动量的优化器'],
  ["the input's {size}", '输入的 {size}'],
  ["less than the image's side of {side} pixels", '小于图像边长（{side} 像素）的数'],
  ['an even number of pixels from {low} to {high}', '{low} 到 {high} 之间的偶数像素'],
  ['{low} to {high} classes', '{low} 到 {high} 个类别'],
  ['more than the low rate of {rate}', '高于低端学习率 {rate} 的数'],
  ['{count} values for {size}', '{size} 对应的 {count} 个值'],
  ['{count} numbers as in the first row', '与第一行相同的 {count} 个数'],
  ['{count} weights', '{count} 个权重'],
  ['{count} values for an image', '每张图像 {count} 个值'],
  ['at least 0', '不小于 0 的数'],
  ['{count} bytes', '{count} 字节'],
  ['{part} of "{name}"', '"{name}" 的 {part}'],
  ['"{name}", unpacked,', '解压后的 "{name}"'],
  [
    '"{name}" as {count} images of {height} x {width} x {channels}',
    '"{name}" 的 {count} 张 {height} x {width} x {channels} 图像',
  ],
  ['images', '图像'],
  ['labels', '标签'],
  ['the experiment', '实验'],
  ['the shape', '形状'],
];

/** @type {import('../sentences.js').Pairs} */
const ofSettings = [
  ['{where:path}: {rest:sentence}', '{where}：{rest}'],
  ['{rest:sentence}; did you mean "{name}"?', '{rest}；是否想写 "{name}"？'],
  ['expected {what:thing}', '应为{what}'],
  ['expected {what:thing}, got {got}', '应为{what}，实际为 {got}'],
  ['expected {what:thing}, got none', '应为{what}，实际没有'],
  ['expected at most {most:thing}, got {got}', '不得超过{most}，实际为 {got}'],
  [
    "expected at most the input's {size} without padding, got {got}",
    '不填充时不得超过输入的 {size}，实际为 {got}',
  ],
  ['expected at least 1 x 1, got {got}', '至少应为 1 x 1，实际为 {got}'],
  ['expected a window of at most {most} cells, got {got}', '窗口不得超过 {most} 格，实际为 {got}'],
  ['expected a momentum above 0 with it, got {got}', '须同时有大于 0 的动量，实际为 {got}'],
  ['missing', '缺少此项'],
  ['unknown', '无法识别'],
  ['unknown key; known here: {known:thing}', '未知的键；此处可用：{known}'],
  ['unknown key', '未知的键'],
  ['{what:thing} is nested more than {deep} deep', '{what}的嵌套超过 {deep} 层'],
  [
    '{what:thing} is not JSON: unexpected text or end at line {line}, column {column}',
    '{what}不是 JSON：第 {line} 行第 {column} 列有意外的文本或在此中断',
  ],
  ['{what:thing} holds a number that is too large', '{what}中有过大的数'],
  ['expected at least one layer, got none', '至少应有一层，实际没有'],
  ['expected at least one part, got none', '至少应有一段，实际没有'],
  ['expected at least one [t, rate], got none', '至少应有一个 [t, rate]，实际没有'],
  ['expected a length: only the last part may leave it out', '应有长度：只有最后一段可以省略'],
  ['expected at most one plateau, got {count}', '最多一段 plateau，实际为 {count} 段'],
  [
    'expected a layer with weights (conv2d or dense), got none',
    '至少应有一个带权重的层（conv2d 或 dense），实际没有',
  ],
  [
    'expected residual blocks at most {deep} deep within one another',
    '残差块的嵌套不得超过 {deep} 层',
  ],
  [
    'expected sequences at most {deep} deep within one another',
    'sequence 的嵌套不得超过 {deep} 层',
  ],
  [
    'expected a run of at most {most} steps, got {epochs} epochs of {steps} steps each',
    '一次运行不得超过 {most} 步，实际为 {epochs} 轮，每轮 {steps} 步',
  ],
  ['"{name}" is listed already', '"{name}" 已在列表中'],
  ['expected {shape}, the shape of the images, got {got}', '应为图像的形状 {shape}，实际为 {got}'],
  [
    'expected the last layer to give [{classes}], a value for each class, got {got}',
    '最后一层应输出 [{classes}]，即每类一个值，实际为 {got}',
  ],
  ['expected {low} to {high} of them, got {count}', '应有 {low} 到 {high} 个，实际为 {count} 个'],
];

/** @type {import('../sentences.js').Pairs} */
const ofNetworks = [
  [
    '{type:path} expects an image [H, W, C], got {got}',
    '{type} 的输入应为图像 [H, W, C]，实际为 {got}',
  ],
  [
    'dense expects a vector [inputs], got {got}; put a flatten layer in front',
    'dense 的输入应为向量 [inputs]，实际为 {got}；请在前面加 flatten 层',
  ],
  ['a window of {window} does not fit into the input {input}', '窗口 {window} 放不进输入 {input}'],
  [
    'a window of {window} does not fit into the input {input}; use padding "same" or a smaller kernel',
    '窗口 {window} 放不进输入 {input}；请将 padding 设为 "same"，或改用更小的卷积核',
  ],
  [
    "groups ({groups}) must divide the input's channels {input} and the filters ({filters})",
    '分组数（{groups}）必须能整除输入 {input} 的通道数和卷积核数（{filters}）',
  ],
  [
    'the inner stack makes {output} of the input {input}, which cannot be added to it; set "projection": true',
    '内部各层把输入 {input} 变成 {output}，无法与输入相加；请设 "projection": true',
  ],
  [
    'no projection leads from the input {input} to the inner output {output}',
    '没有投影能从输入 {input} 变到内部输出 {output}',
  ],
  [
    'the network needs at least {needed} with batches of {batch}, and there are at most {most}; a smaller batch or a smaller network would fit',
    '批量为 {batch} 时网络至少需要 {needed}，而最多只有 {most}；请减小批量或网络',
  ],
];

/** @type {import('../sentences.js').Pairs} what is refused because of when it was asked for */
const ofMoments = [
  [
    'a momentum came with the step, but use_momentum() did not before',
    '这一步带有动量，但此前没有调用 use_momentum()',
  ],
  ['the run is finished', '运行已完成'],
  ['the run has not diverged', '运行没有发散'],
  ['the run has not begun', '运行尚未开始'],
  ['the run has begun already', '运行已经开始'],
  ['the run was reset', '运行已重置'],
  ['the run was closed while it was opened', '运行在打开途中被关闭'],
  ['no run is open', '没有打开的运行'],
  ['no images are open', '没有打开的图像'],
  ['the range test is finished', '范围测试已完成'],
  ['the range test was ended', '范围测试已结束'],
  ['no range test has begun', '范围测试尚未开始'],
  ['a range test is under way: end it first', '范围测试正在进行：请先结束它'],
  [
    'the run is going on: pause it before its rates are tested',
    '运行正在进行：请先暂停，再测试学习率',
  ],
  ['weights can be set before the first step only', '只能在第一步之前设置权重'],
  ['this run keeps no histograms: ask for them first', '此运行没有记录直方图：请先开启'],
  ['epoch: expected one of the {count} that are over', 'epoch：应为已完成的 {count} 轮之一'],
  ['the preview has not begun', '预览尚未开始'],
  ['this preview has been disposed of', '此预览已释放'],
  ['this session has been disposed of', '此会话已释放'],
  ['this range test has been disposed of', '此范围测试已释放'],
  ['no convolution is called "{name}"', '没有名为 "{name}" 的卷积层'],
  ['no layer is called "{name}"', '没有名为 "{name}" 的层'],
  ['expected one of the {count} images, got {got}', '应为 {count} 张图像之一，实际为 {got}'],
  ['expected {bytes} bytes for {shape}, got {got}', '形状 {shape} 应有 {bytes} 字节，实际为 {got}'],
  ['expected at most {most} images at once, got {got}', '一次最多 {most} 张图像，实际为 {got}'],
  [
    'the run diverged at step {step}: {cause:sentence}. Weights and optimizer are back as they were at step {restored}. Try a lower learning rate (it was {rate}, a third would be {third}), a warm-up, or gradient clipping (optimizer.clip_norm)',
    '运行在第 {step} 步发散：{cause}。权重和优化器已恢复到第 {restored} 步的状态。请调低学习率（原为 {rate}，三分之一为 {third}），或加上预热、梯度裁剪（optimizer.clip_norm）',
  ],
  ['the loss is not a number', '损失不是数'],
  ['the loss is infinite', '损失为无穷大'],
  ['the loss of {loss} is above training.loss_limit', '损失 {loss} 超过 training.loss_limit'],
  ['the gradient is not finite', '梯度不是有限的数'],
  ['reading was stopped', '读取已停止'],
  ['a message could not be read', '有一条消息无法读取'],
  ['there is no canvas', '没有可用的画布'],
];

/** @type {import('../sentences.js').Sentences} */
export const core = {
  things,
  sentences: [...ofSettings, ...ofNetworks, ...ofMoments, ...ofFiles, ...ofKept],
};
