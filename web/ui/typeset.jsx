// A formula in LaTeX, typeset. KaTeX is fetched when it is first wanted; until then, and without it,
// the place is kept.

import { useEffect, useRef } from 'preact/hooks';

/** @type {Promise<typeof import('katex')> | undefined} */
let katex;

function loadKatex() {
  katex ??= Promise.all([import('katex'), import('katex/dist/katex.min.css')]).then(
    ([module]) => module,
  );
  return katex;
}

/** Smaller than this is not read easily; what is wider still can be scrolled. */
const LEAST_SIZE = 0.65;

/** A formula wider than its place is set smaller. @param {HTMLElement} element */
function fit(element) {
  element.style.fontSize = '';
  const ratio = element.clientWidth / element.scrollWidth;
  if (ratio < 1) element.style.fontSize = `${Math.max(LEAST_SIZE, ratio)}em`;
}

/** @param {{tex: string, label: string}} props `label`: what it is a formula of */
export function Typeset({ tex, label }) {
  const host = useRef(/** @type {HTMLDivElement | null} */ (null));

  useEffect(() => {
    let wanted = true;
    void loadKatex().then((module) => {
      const element = host.current;
      if (!wanted || !element) return;
      // Values of a document stand in the formula: no command but this one may do more than typeset.
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
