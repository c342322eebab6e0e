// What the core says of the images that were read, in Chinese; see core.js.

/** @type {import('../sentences.js').Pairs} */
export const ofData = [
  ['no {name} file was given', '没有给出 {name} 文件'],
  ['"{name}" holds no {part}', '"{name}" 中没有 {part}'],
  [
    'no file named "{name}" was given; choose or drop it',
    '没有给出名为 "{name}" 的文件；请选择或拖入它',
  ],
  [
    '{count} images of {shape} take {size}, and {limit} is the most that images may take: at most {most} of this size fit',
    '{count} 张 {shape} 的图像需要 {size}，而图像最多可占 {limit}：这种大小最多 {most} 张',
  ],
  [
    'images of {channels} channels cannot be normalised by {means} means and {deviations} deviations',
    '{channels} 个通道的图像不能用 {means} 个均值和 {deviations} 个标准差来标准化',
  ],
  [
    'the shape of an image must be [height, width, channels], all at least 1, got {got}',
    '图像的形状必须是 [height, width, channels]，每项至少为 1，实际为 {got}',
  ],
  [
    '{count} labels and images of {shape} need {bytes} bytes of pixels, got {got}',
    '{count} 个标签和 {shape} 的图像需要 {bytes} 字节的像素，实际为 {got}',
  ],
  ['{count} classes need as many names, got {got}', '{count} 个类别需要同样多的名称，实际为 {got}'],
  [
    'image {image} has the label {label}, but there are only {classes} classes',
    '图像 {image} 的标签为 {label}，但只有 {classes} 个类别',
  ],
  ['a preview needs 1 or 3 channels, got {got}', '预览需要 1 或 3 个通道，实际为 {got}'],
  [
    'there is no image {image}: the data set holds {count}',
    '没有图像 {image}：数据集共有 {count} 张',
  ],
  ['no images to take the mean of', '没有可用来计算均值的图像'],
  ['mean and deviation of the images are not measured yet', '图像的均值和标准差尚未计算'],
  [
    '{train} training and {held} held-out images were asked for, but there are only {count}',
    '要求 {train} 张训练图像和 {held} 张留出图像，但总共只有 {count} 张',
  ],
  [
    'label noise needs two classes at least, but there is only {count}',
    '标签噪声至少需要两个类别，但只有 {count} 个',
  ],
  [
    'these are not the images that the run of the checkpoint was trained on',
    '这些不是检查点的运行所用的训练图像',
  ],
  [
    'data.source: pictures can be decoded in a browser only; here, give them as the arrays of an .npz, "source": "npz"',
    'data.source：图片只能在浏览器中解码；请改用 .npz 的数组，"source": "npz"',
  ],
  [
    'pictures can be decoded in a browser only; here, give them as the arrays of an .npz, "source": "npz"',
    '图片只能在浏览器中解码；请改用 .npz 的数组，"source": "npz"',
  ],
];
