// The context that provides the store to views.

import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

export const StoreContext = createContext(
  /** @type {import('../app/store.js').Store | null} */ (null),
);

/** @returns {import('../app/store.js').Store} */
export function useStore() {
  const store = useContext(StoreContext);
  if (!store) throw new Error('no store around this view');
  return store;
}
