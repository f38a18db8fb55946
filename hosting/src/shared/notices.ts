import type { MessageKey } from '../messages/messages';

/** Something to tell the person, whatever page they are on. */
export interface Notice {
  readonly key: MessageKey;
  readonly kind: 'trouble' | 'done';
  /** What to offer beside it, such as trying again. */
  readonly action?: { readonly key: MessageKey; readonly run: () => void };
}

let shown: Notice | undefined;
const watchers = new Set<(notice: Notice | undefined) => void>();

/** Shows a notice over the page until it is closed or another one comes; nothing closes it. */
export function notify(notice: Notice | undefined): void {
  shown = notice;
  watchers.forEach((onNotice) => {
    onNotice(notice);
  });
}

/** Tells the notice that is shown, at once and whenever it changes. Returns what ends the telling. */
export function watchNotice(onNotice: (notice: Notice | undefined) => void): () => void {
  watchers.add(onNotice);
  onNotice(shown);
  return () => {
    watchers.delete(onNotice);
  };
}
