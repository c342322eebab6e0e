// Gives a file to the browser to save.

/** @param {import('../features/sharing/exporters.js').SavedFile | undefined} file */
export function download(file) {
  if (!file) return;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file.content);
  link.download = file.name;
  link.click();
  // The browser has it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
