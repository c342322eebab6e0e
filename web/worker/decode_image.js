// Decodes a picture with the browser's decoder and scales it with a canvas.

/** @type {OffscreenCanvasRenderingContext2D | null} */
let context = null;

/** @param {number} size */
function contextOf(size) {
  if (context?.canvas.width !== size) {
    context = new OffscreenCanvas(size, size).getContext('2d', { willReadFrequently: true });
  }
  if (!context) throw new Error('there is no canvas');
  return context;
}

/**
 * Crops the picture to the largest centred square and scales it, on a white background. Grey is the luma of
 * ITU-R BT.601.
 *
 * @type {import('../../bindings/formats/image_folder.js').DecodeImage}
 */
export async function decodeImage(picture, { size, channels }) {
  const bitmap = await createImageBitmap(picture);
  const { width, height } = bitmap;
  const side = Math.min(width, height);
  const canvas = contextOf(size);
  canvas.imageSmoothingQuality = 'high';
  canvas.fillStyle = 'white';
  canvas.fillRect(0, 0, size, size);
  canvas.drawImage(bitmap, (width - side) / 2, (height - side) / 2, side, side, 0, 0, size, size);
  bitmap.close();
  const { data } = canvas.getImageData(0, 0, size, size);
  const pixels = new Uint8Array(size * size * channels);
  for (let i = 0; i < size * size; i++) {
    const [red, green, blue] = data.subarray(4 * i, 4 * i + 3);
    if (channels === 3) pixels.set([red, green, blue], 3 * i);
    else pixels[i] = Math.round(0.299 * red + 0.587 * green + 0.114 * blue);
  }
  return pixels;
}
