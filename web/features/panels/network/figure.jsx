// A number of a layer or of the whole network, with its label if the table has no header.

/** @param {{label: string, text: string}} props */
export function Figure({ label, text }) {
  return (
    <span class="layer-figure" data-empty={text === ''}>
      <span class="layer-figure-name">{label}</span> {text}
    </span>
  );
}
