// What was chosen or dropped, as files and folders.

/** @typedef {import('../protocol/types.js').Folder} Folder */

/** A file, or a folder with its files. @typedef {{name: string, content: File | Folder}} Item */

/** A folder with more files than this was meant for something else. */
const MOST_FILES = 200_000;

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
 * What a drop brings; to be called while the event is handled, since the list is empty afterwards.
 *
 * @param {DataTransfer | null} transfer
 * @returns {Promise<Item[]>}
 */
export async function itemsOfDrop(transfer) {
  const entries = [...(transfer?.items ?? [])].map((item) => item.webkitGetAsEntry?.() ?? null);
  const files = itemsOfFiles(transfer?.files ?? []);
  const folders = entries.filter((entry) => entry?.isDirectory);
  const plain = files.filter(({ name }) => !folders.some((entry) => entry?.name === name));
  const walked = folders.map(async (entry) => {
    /** @type {Folder} */
    const content = [];
    await walk(/** @type {FileSystemDirectoryEntry} */ (entry), '', content);
    return { name: entry?.name ?? '', content };
  });
  return [...plain, ...(await Promise.all(walked))];
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
    if (entries.length === 0 || files.length > MOST_FILES) return;
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
