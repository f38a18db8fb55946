let region: HTMLElement | undefined;

/**
 * Has a screen reader say something when it is done with what it says: a change of state that a
 * sighted person sees happen. What is on the page in a live region of its own needs no announcement.
 */
export function announce(words: string): void {
  if (!region?.isConnected) {
    region = document.createElement('div');
    region.className = 'visually-hidden';
    region.setAttribute('role', 'status');
    region.dataset.testid = 'announcer';
    document.body.append(region);
  }
  // The same words again are news only if the region was empty in between.
  region.textContent = '';
  const target = region;
  requestAnimationFrame(() => {
    target.textContent = words;
  });
}
