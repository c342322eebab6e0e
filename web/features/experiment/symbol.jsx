// The letter that a setting has in a formula; what follows an underscore stands lower.

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
