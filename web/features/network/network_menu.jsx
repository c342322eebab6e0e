// The network menu: presets, scenes, and a summary.

import { format, t, tName } from '../../locales/index.js';
import { networkPresets, networkScenes } from './presets.js';
import { useStore } from '../../ui/context.js';
import { Choices, Menu } from '../experiment/index.js';
import { layerName, networkName } from './network_labels.js';

export function NetworkMenu() {
  const { experiment } = useStore();
  const { network } = experiment.draft.value;
  return (
    <Menu name="network" label={t('menu.network')} value={networkName(network)} path="network">
      {() => <NetworkPanel />}
    </Menu>
  );
}

function NetworkPanel() {
  const { builder } = useStore();
  return (
    <>
      <Choices
        name="network-preset"
        label={t('menu.network')}
        chosen={builder.preset.value}
        onChoose={(id) => void builder.choose(id)}
        choices={[...networkPresets, ...networkScenes].map(({ id }) => ({
          id,
          text: tName('network.presets', id),
          about: tName('network.presets', `${id}.about`),
        }))}
      />
      <LayerTable />
    </>
  );
}

function LayerTable() {
  const { layers } = useStore().experiment;
  const sum = (/** @type {'parameters' | 'multiplyAdds'} */ key) =>
    format.count(layers.value.reduce((total, layer) => total + layer[key], 0));
  return (
    <table class="booktabs layers">
      <caption class="hidden">{t('network.layers')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('network.layer')}</th>
          <th scope="col">{t('network.output')}</th>
          <th scope="col">{t('network.parameters')}</th>
          <th scope="col">{t('network.multiplyAdds')}</th>
        </tr>
      </thead>
      <tbody>
        {layers.value.map((layer, index) => (
          <tr key={index}>
            <th scope="row">{layerName(layer.type)}</th>
            <td>{layer.output.map(format.count).join(' × ')}</td>
            <td>{layer.parameters ? format.count(layer.parameters) : ''}</td>
            <td>{layer.multiplyAdds ? format.count(layer.multiplyAdds) : ''}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('network.total')}</th>
          <td />
          <td>{sum('parameters')}</td>
          <td>{sum('multiplyAdds')}</td>
        </tr>
      </tfoot>
    </table>
  );
}
