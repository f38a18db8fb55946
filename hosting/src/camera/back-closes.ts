/**
 * Lets the browser's way back close something that lies over the page, as on a phone everyone
 * expects, instead of leaving the page.
 *
 * @param close is called when the person goes back
 * @returns what to call when it is closed in another way: takes the step back that was put in
 */
export function backCloses(close: () => void): () => void {
  const before = history.state as object | null;
  history.pushState({ ...before, overlay: true }, '');
  let isClosed = false;
  // The step leads nowhere: nobody else is told of it, as those are who show pages.
  const onBack = (event: PopStateEvent) => {
    event.stopImmediatePropagation();
    window.removeEventListener('popstate', onBack, true);
    if (!isClosed) {
      isClosed = true;
      close();
    }
  };
  window.addEventListener('popstate', onBack, true);
  return () => {
    if (!isClosed) {
      isClosed = true;
      history.back();
    }
  };
}
