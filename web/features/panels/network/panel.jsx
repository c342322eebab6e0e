// The network panel: a diagram, and a table of the layers with settings, output shapes, costs and errors.

import { useEffect } from 'preact/hooks';
import { format, t, tName } from '../../../locales/index.js';
import { layerName, LIST, networkName } from '../../network/index.js';
import { useStore } from '../../../ui/context.js';
import { Figure } from './figure.jsx';
import { LayerList } from './layer_list.jsx';
import { NetworkPicture } from './network_picture.jsx';
import './network.css';
import './layers.css';

export function NetworkPanel() {
  const { builder, experiment } = useStore();
  useEffect(() => builder.watch(), []);
  useEffect(() => experiment.own('network'), []);
  const { network } = experiment.draft.value;
  return (
    <div class="network-panel">
      <p class="note network-intro">
        <b>{networkName(network)}</b> {t('network.intro')}
      </p>
      <NetworkPicture />
      <div class="layer-table">
        <LayerHeads />
        <LayerList list={LIST} />
        <Totals />
      </div>
      <Standing />
      <Announcement />
    </div>
  );
}

function LayerHeads() {
  return (
    <div class="layer-heads" aria-hidden="true">
      <span>{t('network.layer')}</span>
      <span>{t('network.settings')}</span>
      <span>{t('network.output')}</span>
      <span>{t('network.parameters')}</span>
      <span>{t('network.multiplyAdds')}</span>
      <span>{t('network.parameterMemory')}</span>
      <span>{t('network.activationMemory')}</span>
    </div>
  );
}

function Totals() {
  const { builder, experiment } = useStore();
  const { complete, parameters, multiplyAdds, parameterBytes, activationBytes } =
    builder.totals.value;
  const batch = experiment.draft.value.training.batch_size;
  const { memory } = builder.sketch.value;
  const title = t(complete ? 'network.total' : 'network.soFar');
  return (
    <div class="layer-totals" role="group" aria-label={title}>
      <span class="layer-total">{title}</span>
      <Figure label={t('network.parameters')} text={format.count(parameters)} />
      <Figure label={t('network.multiplyAdds')} text={format.count(multiplyAdds)} />
      <Figure label={t('network.parameterMemory')} text={format.bytes(parameterBytes)} />
      <Figure label={t('network.activationMemory')} text={format.bytes(activationBytes * batch)} />
      <p class="note">
        {t('network.memory.what', { batch: format.count(batch) })}
        {memory !== null && ` ${t('network.memory.run', { size: format.bytes(memory) })}`}
      </p>
    </div>
  );
}

/** The network that a run uses while the draft is invalid. */
function Standing() {
  const { experiment } = useStore();
  const refused = experiment.problems.value.some(({ path }) => path.startsWith('network'));
  if (!refused) return null;
  return (
    <p class="note standing" role="status">
      {t('network.standing', { name: networkName(experiment.good.value.network) })}
    </p>
  );
}

function Announcement() {
  const said = useStore().builder.said.value;
  return (
    <p class="hidden" role="status">
      {said &&
        tName('network.said', said.act, {
          type: layerName(said.type),
          number: format.count(said.number),
          of: format.count(said.of),
        })}
    </p>
  );
}
