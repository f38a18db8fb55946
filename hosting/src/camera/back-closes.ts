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
  const onBack = () => {
    window.removeEventListener('popstate', onBack);
    if (!isClosed) {
      isClosed = true;
      close();
    }
  };
  window.addEventListener('popstate', onBack);
  return () => {
    if (!isClosed) {
      isClosed = true;
      history.back();
    }
  };
}
