// A pen that draws an SVG document with lines and text, in CSS pixels.

/** Rounds to hundredths of a pixel, enough for print. @param {number} value */
const short = (value) => String(Number(value.toFixed(2)));

/** @param {string} text */
function escape(text) {
  const names = /** @type {Record<string, string>} */ ({
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
  });
  return text.replace(/[&<>"]/g, (letter) => names[letter]);
}

/** @param {Record<string, string | number | undefined>} values undefined ones are omitted */
function attributes(values) {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escape(String(value))}"`)
    .join('');
}

/** @param {(sink: import('./types.js').PathSink) => unknown} trace */
function pathOf(trace) {
  /** @type {string[]} */
  const parts = [];
  trace({
    moveTo: (x, y) => void parts.push(`M${short(x)} ${short(y)}`),
    lineTo: (x, y) => void parts.push(`L${short(x)} ${short(y)}`),
    closePath: () => void parts.push('Z'),
  });
  return parts.join('');
}

/** Omits full opacity. @param {number | undefined} alpha */
const opacity = (alpha) => (alpha === 1 ? undefined : alpha);

const ANCHORS = { left: undefined, center: 'middle', right: 'end' };

/**
 * @param {object} options
 * @param {string} options.font
 * @param {import('./types.js').Pen['measure']} options.measure of the same font
 * @returns {import('./types.js').Pen & {document: (width: number, height: number, title: string) => string}}
 */
export function svgPen({ font, measure }) {
  /** @type {string[]} */
  const parts = [];
  let clips = 0;

  return {
    measure,
    stroke(trace, { color, width, dash, alpha }) {
      const d = pathOf(trace);
      if (d === '') return;
      const style = { stroke: color, 'stroke-width': width, 'stroke-dasharray': dash?.join(' ') };
      const values = { d, fill: 'none', ...style, 'stroke-opacity': opacity(alpha) };
      parts.push(`<path${attributes(values)}/>`);
    },
    fill(trace, { color, alpha }) {
      const d = pathOf(trace);
      if (d === '') return;
      parts.push(`<path${attributes({ d, fill: color, 'fill-opacity': opacity(alpha) })}/>`);
    },
    dot(x, y, radius, { color, rim, alpha }) {
      const rimmed = rim ? { stroke: rim, 'stroke-width': 1.5 } : {};
      const values = { cx: short(x), cy: short(y), r: radius, fill: color, ...rimmed };
      parts.push(`<circle${attributes({ ...values, 'fill-opacity': opacity(alpha) })}/>`);
    },
    text(x, y, words, { size, weight, color, align = 'left', halo, family }) {
      if (words === '') return;
      const rim = halo ? { stroke: halo, 'stroke-width': 4, 'paint-order': 'stroke' } : {};
      // Viewers differ in dominant-baseline, so the text is shifted down by a third of its size.
      const place = { x: short(x), y: short(y + size * 0.35), 'text-anchor': ANCHORS[align] };
      const type = { 'font-size': size, 'font-weight': weight, 'font-family': family };
      parts.push(
        `<text${attributes({ ...place, ...type, fill: color, ...rim })}>${escape(words)}</text>`,
      );
    },
    clip({ left, top, width, height }, draw) {
      const id = `clip-${++clips}`;
      const box = { x: left, y: top, width, height };
      parts.push(`<clipPath id="${id}"><rect${attributes(box)}/></clipPath>`);
      parts.push(`<g clip-path="url(#${id})">`);
      draw();
      parts.push('</g>');
    },
    shift(x, y, draw) {
      parts.push(`<g transform="translate(${short(x)} ${short(y)})">`);
      draw();
      parts.push('</g>');
    },
    document(width, height, title) {
      const values = {
        ...{ xmlns: 'http://www.w3.org/2000/svg', width, height },
        ...{ viewBox: `0 0 ${width} ${height}`, 'font-family': font },
        ...{ 'stroke-linejoin': 'round', 'stroke-linecap': 'round' },
      };
      const head = `<svg${attributes(values)}>\n<title>${escape(title)}</title>`;
      return `${head}\n${parts.join('\n')}\n</svg>\n`;
    },
  };
}
