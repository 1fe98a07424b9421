// Runs before the first paint, so that a remembered dark page never flashes white.
(() => {
  try {
    const theme = localStorage.getItem('guildhall.theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  } catch {
    // storage may be forbidden: the system's scheme is used
  }
})();
