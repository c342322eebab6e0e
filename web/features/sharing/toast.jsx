// What became of a link or a file that was opened, or of the wish to share: for some seconds, or, where
// it was refused or something is to be done, until it is closed.

import { useEffect } from 'preact/hooks';
import { format, t, tCore, tName } from '../../locales/index.js';
import { longestLink } from './share_link.js';
import { useStore } from '../../ui/context.js';

const SHOWN_MILLISECONDS = 10_000;
const STAYS = ['refused', 'byHand', 'tooLong'];

/** Names come from strangers: no more of one than fits. @param {string} name */
const short = (name) => (name.length > 60 ? `${name.slice(0, 59)}…` : name);

export function Toast() {
  const { said } = useStore().importExport;
  const now = said.value;
  useEffect(() => {
    if (!now || STAYS.includes(now.what)) return undefined;
    const timer = setTimeout(() => (said.value = null), SHOWN_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [now]);
  return (
    <div class="said" role={now?.what === 'refused' ? 'alert' : 'status'}>
      {now && (
        <div
          class="said-box"
          role="group"
          aria-label={t('toast.label')}
          data-refused={now.what === 'refused'}
        >
          <p>{wordsFor(now)}</p>
          {now.what === 'byHand' && <LinkField link={now.link} />}
          <button type="button" class="quiet" onClick={() => (said.value = null)}>
            {t('kept.read')}
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

/** @param {import('./import_export.js').Said} said */
function wordsFor(said) {
  switch (said.what) {
    case 'link':
      return said.name === ''
        ? t('opened.link')
        : t('opened.link.named', { name: short(said.name) });
    case 'experiment':
      return t('opened.experiment', { name: short(said.name) });
    case 'runs':
      return t(said.count === 1 ? 'opened.run' : 'opened.runs', {
        ...{ count: format.count(said.count), name: short(said.name) },
      });
    case 'weights':
      return t('opened.weights', { name: short(said.name) });
    case 'copied':
      return `${t('share.copied', { letters: format.count(said.letters) })} ${needsWords(said.needs)}`;
    case 'byHand':
      return `${t('share.byHand')} ${needsWords(said.needs)}`;
    case 'tooLong':
      return t('share.tooLong', { most: format.count(longestLink) });
    default:
      return refusalWords(said);
  }
}

/** @param {string[]} names */
const needsWords = (names) =>
  names.length === 0 ? '' : t('share.needs', { names: format.list(names.map(short)) });

/** @param {Extract<import('./import_export.js').Said, {what: 'refused'}>} said */
function refusalWords({ name, reason, message = '', bytes = 0 }) {
  const said = tCore(message);
  const why = tName('refused', reason)
    .replace('{message}', () => (said.length > 400 ? `${said.slice(0, 399)}…` : said))
    .replace('{size}', () => format.count(bytes / 1e6));
  return name === '' ? t('refused.link', { why }) : t('refused.file', { name: short(name), why });
}
