// What the core, the bridge and the worker say of files, in Chinese; see core.js.

import { ofData } from './core_images.zh.js';

/** @type {import('../sentences.js').Pairs} */
const ofIdxFiles = [
  ['the {name:thing} file is still compressed with gzip', '{name}文件仍处于 gzip 压缩状态'],
  [
    'the {name:thing} file is not an IDX file of {same:thing}: expected the magic number {magic}, got {got}',
    '{name}文件不是{same}的 IDX 文件：幻数应为 {magic}，实际为 {got}',
  ],
  [
    'the {name:thing} file is cut off: its header takes {bytes} bytes, got {got}',
    '{name}文件不完整：文件头需要 {bytes} 字节，实际为 {got}',
  ],
  [
    'the {name:thing} file is cut off: its header announces {bytes} bytes of {same:thing}, got {got}',
    '{name}文件不完整：文件头声明有 {bytes} 字节的{same}，实际为 {got}',
  ],
  [
    'the {name:thing} file is too long: its header announces {bytes} bytes of {same:thing}, got {got}',
    '{name}文件过长：文件头声明有 {bytes} 字节的{same}，实际为 {got}',
  ],
  [
    'the images file announces images of {height} x {width} pixels: expected sides of 1 to {most}',
    '图像文件声明图像为 {height} x {width} 像素：边长应为 1 到 {most}',
  ],
  [
    'the images and labels files are swapped: the one given as images holds labels (magic number {labels}) and the one given as labels holds images ({images})',
    '图像文件与标签文件颠倒了：作为图像给出的是标签（幻数 {labels}），作为标签给出的是图像（{images}）',
  ],
  [
    'the images and labels files do not belong together: {images} images, but {labels} labels',
    '图像文件与标签文件不配套：{images} 张图像，却有 {labels} 个标签',
  ],
  ['the images and labels files hold 0 images', '图像文件和标签文件中没有任何图像'],
];

/** @type {import('../sentences.js').Pairs} CIFAR's */
const ofRecords = [
  ['"{name}" is still compressed with gzip', '"{name}" 仍处于 gzip 压缩状态'],
  [
    '"{name}" is empty: expected records of {bytes} bytes',
    '"{name}" 是空的：应为每条 {bytes} 字节的记录',
  ],
  [
    '"{name}" is cut off or no {format} file: expected whole records of {bytes} bytes, got {whole} and {rest} bytes more',
    '"{name}" 不完整或不是 {format} 文件：应为每条 {bytes} 字节的完整记录，实际为 {whole} 条又 {rest} 字节',
  ],
  [
    '"{name}" is damaged or no {format} file: image {image} has the label {label}, expected 0 to {most}',
    '"{name}" 已损坏或不是 {format} 文件：图像 {image} 的标签为 {label}，应为 0 到 {most}',
  ],
];

/** @type {import('../sentences.js').Pairs} NumPy's; an array is called `x_train of "mine.npz"` */
const ofArrays = [
  [
    '{array:thing} is {type} and holds the number {number}: expected numbers that all lie in [0, 1] or in [0, 255]',
    '{array} 为 {type}，其中有数 {number}：应全部在 [0, 1] 或 [0, 255] 内',
  ],
  [
    '{array:thing} is {type} and holds the number {number}: expected numbers from 0 to 255',
    '{array} 为 {type}，其中有数 {number}：应为 0 到 255 之间的数',
  ],
  [
    '{array:thing} is {type}: expected images, [N, H, W] or [N, H, W, C], with sides of 1 to {side} and 1 to {channels} channels, which come last',
    '{array} 为 {type}：应为图像 [N, H, W] 或 [N, H, W, C]，边长 1 到 {side}，通道 1 到 {channels} 个，且通道在最后',
  ],
  ['{array:thing} is {type}: expected one image at least', '{array} 为 {type}：至少应有一张图像'],
  [
    '{array:thing} is {type}: expected labels, integers of the shape [N] or [N, 1]',
    '{array} 为 {type}：应为标签，即形状为 [N] 或 [N, 1] 的整数',
  ],
  [
    '{array:thing} gives image {image} the label {label}: expected 0 to {most}',
    '{array} 中图像 {image} 的标签为 {label}：应为 0 到 {most}',
  ],
  [
    '{array:thing} holds the label {label}: expected 0 to {most}',
    '{array} 中有标签 {label}：应为 0 到 {most}',
  ],
  [
    '{images:thing} and {labels:thing} do not belong together: {count} images, but {other} labels',
    '{images} 与 {labels} 不配套：{count} 张图像，却有 {other} 个标签',
  ],
  [
    "{array:thing} has a damaged header: expected {'descr': '|u1', 'fortran_order': False, 'shape': (N, H, W)} or the like, got {got}",
    "{array} 的文件头已损坏：应为 {'descr': '|u1', 'fortran_order': False, 'shape': (N, H, W)} 之类，实际为 {got}",
  ],
  [
    '{array:thing} is cut off: its header announces more than 18 exabytes, got {got}',
    '{array} 不完整：文件头声明的内容超过 18 EB，实际为 {got}',
  ],
  [
    '{array:thing} is cut off: its header announces {bytes} bytes, got {got}',
    '{array} 不完整：文件头声明有 {bytes} 字节，实际为 {got}',
  ],
  [
    '{array:thing} is too long: its header announces {bytes} bytes, got {got}',
    '{array} 过长：文件头声明有 {bytes} 字节，实际为 {got}',
  ],
  [
    '{array:thing} is too long: its header announces more than 18 exabytes, got {got}',
    '{array} 过长：文件头声明的内容超过 18 EB，实际为 {got}',
  ],
  [
    '{array:thing} is not an .npy array: expected it to begin with \\x93NUMPY',
    '{array} 不是 .npy 数组：应以 \\x93NUMPY 开头',
  ],
  [
    '{array:thing} is cut off: its header takes {bytes} bytes, got {got}',
    '{array} 不完整：文件头需要 {bytes} 字节，实际为 {got}',
  ],
  [
    '{array:thing} is cut off: its header takes {bytes} bytes more, got {got}',
    '{array} 不完整：文件头还需要 {bytes} 字节，实际为 {got}',
  ],
  [
    '{array:thing} is an .npy array of version {version}: expected 1, 2 or 3',
    '{array} 是版本 {version} 的 .npy 数组：应为 1、2 或 3',
  ],
  [
    '{array:thing} holds numbers of the type {type}: expected integers (u1 to i8) or floats (f4, f8)',
    '{array} 中数的类型为 {type}：应为整数（u1 到 i8）或浮点数（f4、f8）',
  ],
  [
    '"{name}" holds no arrays: expected images [N, H, W] or [N, H, W, C] and as many labels, integers [N]',
    '"{name}" 中没有数组：应有图像 [N, H, W] 或 [N, H, W, C]，以及同样多的整数标签 [N]',
  ],
  [
    '"{name}" holds {found}: expected images [N, H, W] or [N, H, W, C] and as many labels, integers [N]',
    '"{name}" 中有 {found}：应有图像 [N, H, W] 或 [N, H, W, C]，以及同样多的整数标签 [N]',
  ],
  [
    '"{name}" holds no array "{array}", but none at all',
    '"{name}" 中没有数组 "{array}"，也没有任何其他数组',
  ],
  ['"{name}" holds no array "{array}", but {names}', '"{name}" 中没有数组 "{array}"，只有 {names}'],
];

/** @type {import('../sentences.js').Pairs} what browsers and the library that unpacks give as a reason */
const reasons = [
  ['unexpected EOF', '内容提前结束'],
  ['invalid block type', '块类型无效'],
  ['invalid length/literal', '长度或字面量无效'],
  ['invalid distance', '距离无效'],
  ['invalid gzip data', 'gzip 数据无效'],
  ['invalid zlib data', 'zlib 数据无效'],
  ['The source image could not be decoded.', '浏览器无法解码此图像'],
  ['Unexpected end of JSON input', '内容提前结束'],
  ['Unexpected token {token}, {text} is not valid JSON', '意外的符号 {token}'],
  [
    'Unexpected non-whitespace character after JSON at position {at} (line {line} column {column})',
    '第 {line} 行第 {column} 列：结尾之后还有内容',
  ],
  [
    'Expected {what} in JSON at position {at} (line {line} column {column})',
    '第 {line} 行第 {column} 列有误',
  ],
  ['Expected {what} in JSON at position {at}', '第 {at} 个字符处有误'],
  [
    'JSON.parse: {what} at line {line} column {column} of the JSON data',
    '第 {line} 行第 {column} 列有误',
  ],
];

/** @type {import('../sentences.js').Pairs} any file's, a zip's and its pictures' */
const ofBytes = [
  [
    '{what:thing} takes {size}, and {most} is the most that it may take',
    '{what} 需要 {size}，而最多允许 {most}',
  ],
  [
    '"{name}" takes {size}, and {most} is the most that is read',
    '"{name}" 有 {size}，最多只读取 {most}',
  ],
  ['"{name}" cannot be read: {reason:sentence}', '"{name}" 无法读取：{reason}'],
  ['"{name}" cannot be read: {reason}', '"{name}" 无法读取：{reason}'],
  ['"{name}" is a folder: expected a file', '"{name}" 是文件夹：应为文件'],
  [
    '"{name}" is gzipped but cannot be unpacked, it may be cut off: {reason:sentence}',
    '"{name}" 经 gzip 压缩但无法解压，可能不完整：{reason}',
  ],
  [
    '"{name}" is gzipped but cannot be unpacked, it may be cut off: {reason}',
    '"{name}" 经 gzip 压缩但无法解压，可能不完整：{reason}',
  ],
  [
    '"{name}" is packed with gzip: unpack it, then give what is in it',
    '"{name}" 经 gzip 压缩：请先解压，再选择其中的内容',
  ],
  [
    '"{name}" is none of the files known here: IDX, CIFAR-10 or CIFAR-100 (binary version), .npz, or a zip of pictures',
    '"{name}" 不是这里认识的文件：IDX、CIFAR-10 或 CIFAR-100（二进制版本）、.npz，或图片的 zip',
  ],
  [
    '"{name}" holds {pictures} pictures in {folders} folders: expected one folder for each class, two at least, with PNG, JPEG, WebP, GIF, BMP or AVIF pictures in them',
    '"{name}" 的 {folders} 个文件夹中有 {pictures} 张图片：应每类一个文件夹，至少两个，内含 PNG、JPEG、WebP、GIF、BMP 或 AVIF 图片',
  ],
  [
    '{picture:thing} cannot be decoded as a picture: {reason:sentence}',
    '{picture} 无法解码为图片：{reason}',
  ],
  [
    '{picture:thing} cannot be decoded as a picture: {reason}',
    '{picture} 无法解码为图片：{reason}',
  ],
  ['{file:thing} is damaged: its checksum does not agree', '{file} 已损坏：校验和不符'],
  [
    '{file:thing} is damaged and cannot be unpacked: {reason:sentence}',
    '{file} 已损坏，无法解压：{reason}',
  ],
  ['{file:thing} is damaged and cannot be unpacked: {reason}', '{file} 已损坏，无法解压：{reason}'],
  [
    '"{name}" is cut off or no zip archive: its directory cannot be read',
    '"{name}" 不完整或不是 zip 压缩包：无法读取目录',
  ],
  ['"{name}" is empty', '"{name}" 是空的'],
  [
    '"{name}" is an IDX file, but its data type is not unsigned byte',
    '"{name}" 是 IDX 文件，但数据类型不是无符号字节',
  ],
  [
    '"{name}" is an IDX file, but contains neither greyscale images nor labels',
    '"{name}" 是 IDX 文件，但既不是灰度图像也不是标签',
  ],
  ['"{name}" is shorter than its header declares', '"{name}" 的内容比文件头声明的少'],
  ['"{name}" holds {path}, which is encrypted', '"{name}" 中的 {path} 已加密'],
  [
    '"{name}" holds {path}, packed by method {method}: expected stored (0) or deflated (8)',
    '"{name}" 中的 {path} 用方法 {method} 压缩：应为存储（0）或 deflate（8）',
  ],
];

/** @type {import('../sentences.js').Pairs} */
export const ofFiles = [
  ...ofData,
  ...ofIdxFiles,
  ...ofRecords,
  ...ofArrays,
  ...ofBytes,
  ...reasons,
];
