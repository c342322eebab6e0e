// The symbol of a setting in the formula; the part after an underscore is a subscript.

/** @param {{text: string}} props η_0 */
export function Symbol({ text }) {
  const [letter, ...index] = text.split('_');
  return (
    <i class="symbol">
      {letter}
      {index.length > 0 && <sub>{index.join(' ')}</sub>}
    </i>
  );
}
