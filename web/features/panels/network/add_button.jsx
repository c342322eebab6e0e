// Opens the layer menu at a position of a list.

import { PlusIcon } from '../../../ui/icons.jsx';

/** @param {{label: string, open: boolean, onClick: () => void}} props */
export function AddButton({ label, open, onClick }) {
  return (
    <button
      type="button"
      class="icon-button add"
      aria-label={label}
      title={label}
      aria-expanded={open}
      onClick={onClick}
    >
      <PlusIcon />
    </button>
  );
}
