// A sample of the line of a run, with its colour and dash pattern.

import { runStyle } from './run_colors.js';

/**
 * @param {object} props
 * @param {number} [props.style] one of the eight; undefined: the current run
 * @param {boolean} [props.plain] without dashes
 */
export function Swatch({ style, plain = false }) {
  const { name, dash } = style === undefined ? { name: '--held-out', dash: [] } : runStyle(style);
  return (
    <svg class="swatch" viewBox="0 0 24 4" width="24" height="4" aria-hidden="true">
      <path
        d="M0 2h24"
        stroke={`var(${name})`}
        stroke-width="2.5"
        stroke-dasharray={plain ? undefined : dash.join(' ')}
      />
    </svg>
  );
}
