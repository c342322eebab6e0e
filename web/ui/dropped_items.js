// What was chosen or dropped, as files and folders.

/** @typedef {import('../protocol/types.js').Folder} Folder */

/** A file, or a folder with its files. @typedef {{name: string, content: File | Folder}} Item */

/**
 * Files of an input; those of a chosen folder come with paths that begin with its name.
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
 * What a drop brings. Several folders at once are the classes of one.
 *
 * @param {DataTransfer | null} transfer whose list is read at once: it is empty after the event
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
 * @param {Folder} files to which those found are added
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
