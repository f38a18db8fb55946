// Before anything is painted, so that a chosen theme does not flash the other one. A file of its own,
// because the Content-Security-Policy lets no script stand in the page.
try {
  document.documentElement.dataset.theme = localStorage.getItem('moodify.theme') || 'system';
} catch {
  // A browser that remembers nothing shows what the system says.
}
