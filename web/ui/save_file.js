// Downloads a generated file.

/** @param {import('../features/sharing/exporters.js').SavedFile | undefined} file */
export function download(file) {
  if (!file) return;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file.content);
  link.download = file.name;
  link.click();
  // The download has started by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
