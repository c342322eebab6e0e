// Sets the remembered theme before the first paint; state/theme.js does the rest.
try {
  const theme = localStorage.getItem('anneal.theme');
  if (theme === 'dark' || theme === 'light') document.documentElement.dataset.theme = theme;
} catch {
  // Storage is denied: the system's theme it is.
}
