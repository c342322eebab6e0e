// Shows the outcome of an import or export for a few seconds, or, if it failed or requires an action, until it
// is closed.

import { useEffect } from 'preact/hooks';
import { format, t, tCore, tName } from '../../locales/index.js';
import { longestLink } from './share_link.js';
import { useStore } from '../../ui/context.js';

const SHOWN_MILLISECONDS = 10_000;
const STAYS = ['refused', 'byHand', 'tooLong'];

/** Shortens a file name to the available width. @param {string} name */
const short = (name) => (name.length > 60 ? `${name.slice(0, 59)}…` : name);

export function Toast() {
  const { message } = useStore().importExport;
  const now = message.value;
  useEffect(() => {
    if (!now || STAYS.includes(now.what)) return undefined;
    const timer = setTimeout(() => (message.value = null), SHOWN_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [now]);
  return (
    <div class="toast" role={now?.what === 'refused' ? 'alert' : 'status'}>
      {now && (
        <div
          class="toast-box"
          role="group"
          aria-label={t('toast.label')}
          data-refused={now.what === 'refused'}
        >
          <p>{textOf(now)}</p>
          {now.what === 'byHand' && <LinkField link={now.link} />}
          <button type="button" class="quiet" onClick={() => (message.value = null)}>
            {t('storage.close')}
          </button>
        </div>
      )}
    </div>
  );
}

/** @param {{link: string}} props */
const LinkField = ({ link }) => (
  <input
    class="number"
    type="text"
    readOnly
    aria-label={t('share.link')}
    value={link}
    onFocus={({ currentTarget }) => currentTarget.select()}
  />
);

/** @param {import('./import_export.js').Message} message */
function textOf(message) {
  switch (message.what) {
    case 'link':
      return message.name === ''
        ? t('opened.link')
        : t('opened.link.named', { name: short(message.name) });
    case 'experiment':
      return t('opened.experiment', { name: short(message.name) });
    case 'runs':
      return t(message.count === 1 ? 'opened.run' : 'opened.runs', {
        ...{ count: format.count(message.count), name: short(message.name) },
      });
    case 'weights':
      return t('opened.weights', { name: short(message.name) });
    case 'copied':
      return `${t('share.copied', { letters: format.count(message.letters) })} ${needsMessage(message.needs)}`;
    case 'byHand':
      return `${t('share.byHand')} ${needsMessage(message.needs)}`;
    case 'tooLong':
      return t('share.tooLong', { most: format.count(longestLink) });
    default:
      return refusalMessage(message);
  }
}

/** @param {string[]} names */
const needsMessage = (names) =>
  names.length === 0 ? '' : t('share.needs', { names: format.list(names.map(short)) });

/** @param {Extract<import('./import_export.js').Message, {what: 'refused'}>} message */
function refusalMessage({ name, reason, message = '', bytes = 0 }) {
  const detail = tCore(message);
  const why = tName('refused', reason)
    .replace('{message}', () => (detail.length > 400 ? `${detail.slice(0, 399)}…` : detail))
    .replace('{size}', () => format.count(bytes / 1e6));
  return name === '' ? t('refused.link', { why }) : t('refused.file', { name: short(name), why });
}
