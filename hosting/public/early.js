// Before anything is painted, so that a chosen theme does not flash the other one, and who has been here
// before is not shown what greets a newcomer. A file of its own, because the Content-Security-Policy
// lets no script stand in the page. The names are those of src/settings/device-settings.ts.
try {
  const language = localStorage.getItem('moodify.language') || navigator.language;
  const isNewcomer = localStorage.getItem('moodify.signed-in') === null && /^en/i.test(language);
  document.documentElement.dataset.theme = localStorage.getItem('moodify.theme') || 'system';
  document.documentElement.dataset.firstPaint = isNewcomer ? 'yes' : 'no';
} catch {
  // A browser that remembers nothing shows what the system says.
}
