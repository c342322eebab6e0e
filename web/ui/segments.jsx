// A row of radio buttons that look like words: one of a few choices holds.

/**
 * @template {string | number} Id
 * @param {object} props
 * @param {string} props.legend
 * @param {boolean} [props.legendHidden] for screen readers only
 * @param {string} props.name of the radio buttons, unique on the page
 * @param {string} [props.title]
 * @param {{id: Id, text: string}[]} props.choices
 * @param {Id} props.chosen
 * @param {(id: Id) => unknown} props.onChoose
 */
export function Segments({ legend, legendHidden = false, name, title, choices, chosen, onChoose }) {
  return (
    <fieldset class="segments" title={title}>
      <legend class={legendHidden ? 'hidden' : undefined}>{legend}</legend>
      {choices.map(({ id, text }) => (
        <label key={id}>
          <input
            type="radio"
            name={name}
            value={id}
            checked={id === chosen}
            onChange={() => onChoose(id)}
          />
          {text}
        </label>
      ))}
    </fieldset>
  );
}
