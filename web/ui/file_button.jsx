// A button that lets files be chosen.

import { useRef } from 'preact/hooks';

/**
 * @param {object} props
 * @param {string} props.label
 * @param {string} [props.accept]
 * @param {(files: File[]) => unknown} props.onFiles
 */
export function FileButton({ label, accept, onFiles }) {
  const input = useRef(/** @type {HTMLInputElement | null} */ (null));
  return (
    <>
      <button type="button" class="quiet" onClick={() => input.current?.click()}>
        {label}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        {...(accept ? { accept } : {})}
        onChange={({ currentTarget }) => {
          void onFiles([...(currentTarget.files ?? [])]);
          currentTarget.value = '';
        }}
      />
    </>
  );
}
