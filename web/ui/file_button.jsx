// A button that opens the dialog of the browser to choose files or a folder.

import { useRef } from 'preact/hooks';

/**
 * @param {object} props
 * @param {string} props.label
 * @param {string} [props.accept]
 * @param {boolean} [props.folder] selects a folder instead of files
 * @param {import('preact').RefObject<HTMLInputElement | null>} [props.input] to open the dialog from elsewhere
 * @param {(files: File[]) => unknown} props.onFiles
 */
export function FileButton({ label, accept, folder = false, input, onFiles }) {
  const own = useRef(/** @type {HTMLInputElement | null} */ (null));
  const files = input ?? own;
  return (
    <>
      <button type="button" class="quiet" onClick={() => files.current?.click()}>
        {label}
      </button>
      <input
        ref={files}
        type="file"
        hidden
        multiple
        aria-label={label}
        {...(accept ? { accept } : {})}
        {...(folder ? { webkitdirectory: true } : {})}
        onChange={({ currentTarget }) => {
          void onFiles([...(currentTarget.files ?? [])]);
          currentTarget.value = '';
        }}
      />
    </>
  );
}
