// 面板栏的中文标签。

export const panels = {
  'panel.label': '面板',
};
