// Before anything is painted, so that a chosen theme does not flash the other one, and who has been here
// before is not shown what greets a newcomer. A file of its own, because the Content-Security-Policy
// lets no script stand in the page. The names are those of src/settings/device-settings.ts.
(() => {
  let isNewcomer = false;
  try {
    const language = localStorage.getItem('moodify.language') || navigator.language;
    isNewcomer = localStorage.getItem('moodify.signed-in') === null && /^en/i.test(language);
    document.documentElement.dataset.theme = localStorage.getItem('moodify.theme') || 'system';
    document.documentElement.dataset.firstPaint = isNewcomer ? 'yes' : 'no';
  } catch {
    // A browser that remembers nothing shows what the system says.
  }

  // The script is on its way meanwhile (vite.config.ts), and puts its own elements in the place of what
  // greets a newcomer: not before that was painted, or nothing would be for as long as the script takes.
  const { main } = document.currentScript.dataset;
  if (main) {
    Promise.all([parsed(), isNewcomer ? painted() : undefined]).then(() => import(main));
  }

  function parsed() {
    return new Promise((resolve) => {
      document.addEventListener('DOMContentLoaded', resolve, { once: true });
    });
  }

  function painted() {
    return new Promise((resolve) => {
      const tells = globalThis.PerformanceObserver?.supportedEntryTypes?.includes('paint');
      if (!tells || document.hidden) {
        resolve();
        return;
      }
      new PerformanceObserver((list) => {
        if (list.getEntriesByName('first-contentful-paint').length > 0) {
          resolve();
        }
      }).observe({ type: 'paint', buffered: true });
      // A window that nobody sees paints nothing.
      document.addEventListener('visibilitychange', resolve, { once: true });
      setTimeout(resolve, 3000);
    });
  }
})();
