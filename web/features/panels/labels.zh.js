// 面板栏。

export const panels = {
  'panel.label': '面板',
};
