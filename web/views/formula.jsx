// The formula of the schedule, and the same with today's numbers in it. KaTeX is fetched when it is
// first wanted; until then, and without it, the place is kept.

import { useEffect, useRef } from 'preact/hooks';
import { texNumber } from '../locales/format.js';
import { format, t } from '../locales/index.js';
import { familyOf, timeAt, totalOf } from '../state/schedule_families.js';
import { useStore } from './context.js';

/** @type {Promise<typeof import('katex')> | undefined} */
let katex;

function loadKatex() {
  katex ??= Promise.all([import('katex'), import('katex/dist/katex.min.css')]).then(
    ([module]) => module,
  );
  return katex;
}

/**
 * @param {object} options
 * @param {import('../protocol/types.js').Schedule} options.schedule
 * @param {import('../state/schedule_families.js').Length} options.length
 * @param {number} options.step
 * @param {number | undefined} options.rate at that step, as the core has it
 * @returns {string} LaTeX; empty for a family without a formula here
 */
export function formulaTex({ schedule, length, step, rate }) {
  const family = familyOf(schedule.type);
  if (!family) return '';
  const total = totalOf(schedule, length);
  const time = String(timeAt(schedule, step, length));
  const values = Object.fromEntries(
    family.keys.map(({ key, optional }) => {
      const value = schedule[key] ?? (optional ? total : 0);
      return [key, texNumber(Number(value))];
    }),
  );
  const now = rate === undefined ? '' : String.raw`\\ &= \htmlClass{now}{${texNumber(rate, 3)}}`;
  const numbers = family.numbers(values, time);
  const [left, right] = family.symbols.split(' = ');
  const lines = String.raw`${left} &= ${right} \\ \eta_{${time}} &= ${numbers} ${now}`;
  return String.raw`\begin{aligned} ${lines} \end{aligned}`;
}

export function Formula() {
  const { experiment, transport, plan } = useStore();
  const host = useRef(/** @type {HTMLDivElement | null} */ (null));
  const run = transport.current.value;
  void transport.pulse.value;
  const { schedule } = experiment.good.value;
  const length = plan.length.value;
  const last = Math.max(0, plan.rates.value.length - 1);
  const step = Math.min(run?.status.step ?? 0, last);
  const rate = plan.rates.value[step];
  const tex = formulaTex({ schedule, length, step, rate });
  const name = t('schedule.formula', {
    unit: t(schedule.unit === 'epoch' ? 'schedule.unit.epoch.one' : 'schedule.unit.step.one'),
    time: format.count(timeAt(schedule, step, length)),
  });

  useEffect(() => {
    let wanted = true;
    void loadKatex().then((module) => {
      const element = host.current;
      if (!wanted || !element) return;
      // The numbers may have no more standing than plain text, whatever a document says.
      const trust = (/** @type {{command: string}} */ { command }) => command === '\\htmlClass';
      module.default.render(tex, element, {
        displayMode: true,
        throwOnError: false,
        strict: 'ignore',
        trust,
      });
    });
    return () => {
      wanted = false;
    };
  }, [tex]);

  return <div class="formula" ref={host} role="math" aria-label={name} />;
}
