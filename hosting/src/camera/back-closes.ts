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
  const onBack = () => {
    window.removeEventListener('popstate', onBack);
    close();
  };
  window.addEventListener('popstate', onBack);
  let isClosed = false;
  return () => {
    window.removeEventListener('popstate', onBack);
    const isOnTop = (history.state as { overlay?: boolean } | null)?.overlay === true;
    if (isOnTop && !isClosed) {
      history.back();
    }
    isClosed = true;
  };
}
