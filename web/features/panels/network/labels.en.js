// The panel in which the network is built.

export const networkPanel = {
  'panel.network': 'Network',
};
