// Converts chosen or dropped items to files and folders.

/** @typedef {import('../protocol/types.js').Folder} Folder */

/** A file, or a folder with its files. @typedef {{name: string, content: File | Folder}} Item */

/**
 * Items of a file input. The paths of files in a chosen folder begin with its name.
 *
 * @param {Iterable<File>} files
 * @returns {Item[]}
 */
export function itemsOfFiles(files) {
  /** @type {Map<string, Item>} */
  const items = new Map();
  for (const file of files) {
    const [folder, ...rest] = (file.webkitRelativePath ?? '').split('/');
    if (rest.length === 0) {
      items.set(file.name, { name: file.name, content: file });
      continue;
    }
    const item = items.get(folder) ?? { name: folder, content: [] };
    items.set(folder, item);
    if (Array.isArray(item.content)) item.content.push({ path: rest.join('/'), content: file });
  }
  return [...items.values()];
}

/**
 * Items of a drop. Several folders together are the classes of one data set.
 *
 * @param {DataTransfer | null} transfer read synchronously, because it is empty after the event
 * @returns {Promise<Item[]>}
 */
export async function itemsOfDrop(transfer) {
  const folders = [...(transfer?.items ?? [])]
    .map((item) => item.webkitGetAsEntry?.() ?? null)
    .filter((entry) => entry?.isDirectory);
  const names = folders.map((entry) => entry?.name ?? '');
  const files = itemsOfFiles(transfer?.files ?? []).filter(({ name }) => !names.includes(name));
  if (folders.length === 0) return files;
  /** @type {Folder} */
  const content = [];
  for (const folder of folders) {
    const top = folders.length > 1 ? `${folder?.name}/` : '';
    await walk(/** @type {FileSystemDirectoryEntry} */ (folder), top, content);
  }
  return [...files, { name: names.join(', '), content }];
}

/**
 * @param {FileSystemDirectoryEntry} folder
 * @param {string} path
 * @param {Folder} files receives the files found
 */
async function walk(folder, path, files) {
  const reader = folder.createReader();
  for (;;) {
    /** @type {FileSystemEntry[]} */
    const entries = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (entries.length === 0) return;
    for (const entry of entries) {
      const at = path + entry.name;
      if (entry.isDirectory) {
        await walk(/** @type {FileSystemDirectoryEntry} */ (entry), `${at}/`, files);
      } else {
        const file = /** @type {FileSystemFileEntry} */ (entry);
        files.push({
          path: at,
          content: await new Promise((resolve, reject) => file.file(resolve, reject)),
        });
      }
    }
  }
}
