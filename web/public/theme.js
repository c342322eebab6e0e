// Applies the stored theme before the first paint. See app/theme.js.
try {
  const theme = localStorage.getItem('anneal.theme');
  if (theme === 'dark' || theme === 'light') document.documentElement.dataset.theme = theme;
} catch {
  // Storage is not available: the system's theme applies.
}
