// Copies a link that contains the experiment.

import { t } from '../../locales/index.js';
import { useStore } from '../../ui/context.js';
import { ShareIcon } from '../../ui/icons.jsx';

const copy = (/** @type {string} */ text) => navigator.clipboard.writeText(text);

export function ShareButton() {
  const { importExport } = useStore();
  const { origin, pathname, search } = location;
  return (
    <button
      type="button"
      class="bar-button"
      aria-label={t('share.share')}
      title={t('share.share')}
      onClick={() => importExport.share(origin + pathname + search, copy)}
    >
      <ShareIcon />
    </button>
  );
}
