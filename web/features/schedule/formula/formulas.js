// The formula of each schedule type in LaTeX, with symbols and with the values at a step. Types with phases
// give the formula of the current phase. The resulting rate comes from the core.

import { texNumber } from '../../../locales/format.js';
import { valuesOf } from '../schedule_families.js';

/**
 * @typedef {object} Formula
 * @property {string} symbols right-hand side of the equation
 * @property {string} numbers the same with numbers
 * @property {string} [where] definition of a further symbol
 */

/** @typedef {{t: number, total: number}} Moment local time in the schedule's unit */

/** @typedef {(values: Record<string, any>, moment: Moment) => Formula} FormulaWriter */

const n = (/** @type {number} */ value) => texNumber(Number(value));
const tex = String.raw;

/**
 * from + (to - from) * share, simplified where a rate is zero.
 *
 * @param {number} from
 * @param {number} to
 * @param {string} share
 */
function between(from, to, share) {
  if (to === 0) return tex`${n(from)}\,(1 - ${share})`;
  if (from === 0) return tex`${n(to)} \times ${share}`;
  return tex`${n(from)} + (${n(to)} - ${n(from)}) \\ & \quad \times ${share}`;
}

/** low + (high - low) * left, simplified where `low` is zero. @param {number} high @param {number} low @param {string} left */
function downTo(high, low, left) {
  if (low === 0) return tex`${n(high)} \times ${left}`;
  return tex`${n(low)} + (${n(high)} - ${n(low)}) \\ & \quad \times ${left}`;
}

const halfCosine = (/** @type {string} */ share) => tex`\tfrac{1}{2}(1 + \cos ${share})`;

/**
 * @param {'step' | 'linear' | 'cosine'} shape
 * @param {number} from
 * @param {number} to
 * @param {{a: string, b: string, q: string, share: number}} symbols
 * @returns {Formula}
 */
function along(shape, from, to, { a, b, q, share }) {
  const where = tex`q = ${q}`;
  if (shape === 'step') return { symbols: a, numbers: n(from) };
  if (shape === 'linear') {
    return {
      symbols: tex`${a} + (${b} - ${a})\,q`,
      numbers: tex`${n(from)} + (${n(to)} - ${n(from)}) \\ & \quad \times ${n(share)}`,
      where,
    };
  }
  return {
    symbols: tex`${b} + (${a} - ${b})\,${halfCosine(tex`\pi q`)}`,
    numbers: downTo(from, to, halfCosine(tex`${n(share)}\,\pi`)),
    where,
  };
}

const upTo = (/** @type {number} */ t, /** @type {number} */ total) =>
  tex`\tfrac{${n(Math.min(t, total))}}{${n(total)}}`;

/** @type {FormulaWriter} */
const oneCycle = (v, { t }) => {
  const low = v.peak / v.initial_divisor;
  const summit = v.warm_fraction * v.total - 1;
  const last = v.total - 1;
  const end = tex`\frac{\hat\eta}{d\,D}`;
  if (summit > 0 && t <= summit) {
    const symbols = { a: tex`\frac{\hat\eta}{d}`, b: tex`\hat\eta`, q: tex`\frac{t}{wT - 1}` };
    return along(v.shape, low, v.peak, { ...symbols, share: t / summit });
  }
  if (t >= last) return { symbols: end, numbers: tex`\frac{${n(low)}}{${n(v.final_divisor)}}` };
  const symbols = { a: tex`\hat\eta`, b: end, q: tex`\frac{t - wT + 1}{T - wT}` };
  const share = (t - summit) / (last - summit);
  return along(v.shape, v.peak, low / v.final_divisor, { ...symbols, share });
};

/** @type {FormulaWriter} */
const cyclic = (v, { t }) => {
  const cycle = v.up + v.down;
  const done = Math.floor(t / cycle);
  const within = t - done * cycle;
  const height = within <= v.up ? within / v.up : (cycle - within) / v.down;
  const scales = /** @type {Record<string, [string, string]>} */ ({
    triangular: ['', ''],
    triangular2: [tex`\,2^{-c}`, tex`\times 2^{-${done}}`],
    exp_range: [tex`\,\gamma^{\,t}`, tex`\times ${n(v.gamma)}^{\,${t}}`],
  });
  const [symbol, number] = scales[v.mode] ?? scales.triangular;
  const c = tex`c = \lfloor t/(u + d) \rfloor,\quad`;
  return {
    symbols: tex`\eta_l + (\eta_h - \eta_l)\,k${symbol}`,
    numbers: tex`${downTo(v.high, v.low, n(height))} ${number}`,
    where: tex`${v.mode === 'triangular2' ? c : ''} k: 0 \to 1 \to 0`,
  };
};

/** @type {FormulaWriter} */
const warmupStableDecay = (v, { t }) => {
  const fall = t - v.warmup - v.stable;
  if (t < v.warmup) {
    return {
      symbols: tex`\eta_e + (\hat\eta - \eta_e)\,\frac{t}{W}`,
      numbers: downTo(v.peak, v.final, tex`\frac{${t}}{${n(v.warmup)}}`),
    };
  }
  if (fall < 0) return { symbols: tex`\hat\eta`, numbers: n(v.peak) };
  if (fall >= v.decay) return { symbols: tex`\eta_e`, numbers: n(v.final) };
  const shapes = /** @type {Record<string, (q: string) => string>} */ ({
    linear: (q) => tex`(1 - ${q})`,
    cosine: (q) => halfCosine(tex`${q}\,\pi`),
    one_minus_sqrt: (q) => tex`\left(1 - \sqrt{${q}}\right)`,
  });
  const shape = shapes[v.shape] ?? shapes.linear;
  return {
    symbols: tex`\eta_e + (\hat\eta - \eta_e)\,${shape('q')}`,
    numbers: downTo(v.peak, v.final, shape(n(fall / v.decay))),
    where: tex`q = \frac{t - W - S}{D}`,
  };
};

/** @type {FormulaWriter} */
const cosineRestarts = (v, { t }) => {
  let index = 0;
  let start = 0;
  let period = v.period;
  while (start + period <= t && period > 0) {
    start += period;
    period *= v.period_factor;
    index += 1;
  }
  const shrunk = v.height_factor === 1 ? '' : tex`\,b^{\,i}`;
  const power = shrunk && tex`${n(v.height_factor)}^{\,${index}} \cdot`;
  return {
    symbols: tex`\eta_e + (\eta_0 - \eta_e)${shrunk}\,${halfCosine(tex`\pi q`)}`,
    numbers: downTo(
      v.initial,
      v.final,
      tex`${power}${halfCosine(tex`\frac{${n(t - start)}}{${n(period)}}\pi`)}`,
    ),
    where: tex`i = ${index},\quad q = \frac{t - t_i}{T_0\,a^{\,i}}`,
  };
};

/** @type {FormulaWriter} */
const piecewise = ({ knots, between: shape }, { t }) => {
  if (!Array.isArray(knots) || knots.length === 0) return { symbols: '', numbers: '' };
  const next = knots.findIndex(([time]) => time > t);
  if (next <= 0) {
    const [, rate] = next === 0 ? knots[0] : knots[knots.length - 1];
    return { symbols: next === 0 ? tex`\eta_1` : tex`\eta_{${knots.length}}`, numbers: n(rate) };
  }
  const [[from, a], [to, b]] = [knots[next - 1], knots[next]];
  const q = tex`\frac{t - ${n(from)}}{${n(to)} - ${n(from)}}`;
  const share = (t - from) / (to - from);
  return along(shape, a, b, { a: tex`\eta_{${next}}`, b: tex`\eta_{${next + 1}}`, q, share });
};

/** @type {Record<string, FormulaWriter>} */
const formulas = {
  constant: (v) => ({ symbols: tex`\eta_0`, numbers: n(v.initial) }),
  exponential: (v, { t }) => ({
    symbols: tex`\eta_0\,\gamma^{\,t}`,
    numbers: tex`${n(v.initial)} \times ${n(v.gamma)}^{\,${t}}`,
  }),
  linear: (v, { t }) => ({
    symbols: tex`\eta_0 + (\eta_e - \eta_0)\,\frac{\min(t,\,T)}{T}`,
    numbers: between(v.initial, v.final, upTo(t, v.total)),
  }),
  polynomial: (v, { t }) => ({
    symbols: tex`\eta_e + (\eta_0 - \eta_e)\left(1 - \frac{\min(t,\,T)}{T}\right)^{p}`,
    numbers: downTo(v.initial, v.final, tex`\left(1 - ${upTo(t, v.total)}\right)^{${n(v.power)}}`),
  }),
  cosine: (v, { t }) => ({
    symbols: tex`\eta_e + (\eta_0 - \eta_e)\,${halfCosine(tex`\pi q`)}`,
    numbers: downTo(v.initial, v.final, halfCosine(tex`${upTo(t, v.total)}\pi`)),
    where: tex`q = \min(t,\,T)/T`,
  }),
  tanh: (v, { t, total }) => {
    if (t >= (v.total || total)) return { symbols: tex`\eta_e`, numbers: n(v.final) };
    const share = t / v.total;
    const x = n(v.lower * (1 - share) + v.upper * share);
    return {
      symbols: tex`\eta_e + (\eta_0 - \eta_e)\,\tfrac{1}{2}(1 - \tanh x)`,
      numbers: downTo(v.initial, v.final, tex`\tfrac{1}{2}\left(1 - \tanh(${x})\right)`),
      where: tex`x = l\,(1 - t/T) + u\,t/T`,
    };
  },
  inverse_time: (v, { t }) => ({
    symbols: v.staircase
      ? tex`\frac{\eta_0}{1 + r\,\lfloor t/s \rfloor}`
      : tex`\frac{\eta_0}{1 + r\,t/s}`,
    numbers: v.staircase
      ? tex`\frac{${n(v.initial)}}{1 + ${n(v.rate)}\,\lfloor ${t}/${n(v.every)} \rfloor}`
      : tex`\frac{${n(v.initial)}}{1 + ${n(v.rate)} \cdot ${t}/${n(v.every)}}`,
  }),
  inverse_sqrt: (v, { t }) => ({
    symbols: tex`\frac{\eta_0}{\sqrt{(t + \tau)/\tau}}`,
    numbers: tex`\frac{${n(v.initial)}}{\sqrt{(${t} + ${n(v.timescale)})/${n(v.timescale)}}}`,
  }),
  step: (v, { t }) => ({
    symbols: tex`\eta_0\,f^{\,\lfloor t/s \rfloor}`,
    numbers: tex`${n(v.initial)} \times ${n(v.factor)}^{\,\lfloor ${t}/${n(v.every)} \rfloor}`,
  }),
  multi_step: (v, { t }) => {
    const passed = v.milestones?.filter?.((/** @type {number} */ at) => at <= t).length ?? 0;
    return {
      symbols: tex`\eta_0\,f^{\,\#\{m \,\le\, t\}}`,
      numbers: tex`${n(v.initial)} \times ${n(v.factor)}^{\,${passed}}`,
    };
  },
  plateau: (v) => ({
    symbols: tex`\max(f\,\eta_{t-1},\ \eta_m)\ \text{or}\ \eta_{t-1}`,
    numbers: n(v.rate),
    where: tex`f\,\eta = ${n(v.factor)} \times ${n(v.rate)},\quad \eta_m = ${n(v.min)}`,
  }),
  one_cycle: oneCycle,
  warmup_stable_decay: warmupStableDecay,
  cosine_restarts: cosineRestarts,
  cyclic,
  piecewise,
};

/**
 * @param {import('../../../protocol/types.js').Schedule} schedule any type but a sequence
 * @param {Moment} moment
 * @param {import('../../../protocol/schema.js').Schema} schema
 * @param {number} [rate] current rate, needed for a plateau
 * @returns {Formula | undefined} undefined for a type without a formula
 */
export function familyFormula(schedule, moment, schema, rate) {
  const values = valuesOf(schedule, moment.total, schema);
  if (schedule.type === 'plateau') values.rate = rate ?? values.initial;
  return formulas[schedule.type]?.(values, moment);
}

/**
 * The formula of a warm-up towards the rate after it.
 *
 * @param {{length: number, from?: number, shape?: string}} warmup
 * @param {number} t
 * @param {number} target
 * @returns {Formula}
 */
export function warmupFormula({ length, from = 0, shape = 'linear' }, t, target) {
  const share = tex`\frac{${t}}{${n(length)}}`;
  if (shape === 'exponential') {
    return {
      symbols: tex`\eta_w\,\left(\frac{\eta_W}{\eta_w}\right)^{t/W}`,
      numbers: tex`${n(from)}\left(\frac{${n(target)}}{${n(from)}}\right)^{${t}/${n(length)}}`,
    };
  }
  return {
    symbols: tex`\eta_w + (\eta_W - \eta_w)\,\frac{t}{W}`,
    numbers: between(from, target, share),
  };
}
