// A typeset LaTeX formula. KaTeX is loaded on first use. Until then, and if loading fails, the space stays empty.

import { useEffect, useRef } from 'preact/hooks';

/** @type {Promise<typeof import('katex')> | undefined} */
let katex;

function loadKatex() {
  katex ??= Promise.all([import('katex'), import('katex/dist/katex.min.css')]).then(
    ([module]) => module,
  );
  return katex;
}

/** Smallest legible scale; a wider formula scrolls. */
const LEAST_SIZE = 0.65;

/** Scales a formula down to the available width. @param {HTMLElement} element */
function fit(element) {
  element.style.fontSize = '';
  const ratio = element.clientWidth / element.scrollWidth;
  if (ratio < 1) element.style.fontSize = `${Math.max(LEAST_SIZE, ratio)}em`;
}

/** @param {{tex: string, label: string}} props `label`: accessible name */
export function Typeset({ tex, label }) {
  const host = useRef(/** @type {HTMLDivElement | null} */ (null));

  useEffect(() => {
    let wanted = true;
    void loadKatex().then((module) => {
      const element = host.current;
      if (!wanted || !element) return;
      // The formula contains values of a document, so only this command is trusted.
      const trust = (/** @type {{command: string}} */ { command }) => command === '\\htmlClass';
      module.default.render(tex, element, {
        displayMode: true,
        throwOnError: false,
        strict: 'ignore',
        trust,
      });
      fit(element);
    });
    return () => {
      wanted = false;
    };
  }, [tex]);

  return <div ref={host} role="math" aria-label={label} />;
}
