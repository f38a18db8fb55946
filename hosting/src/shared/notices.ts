import type { MessageKey } from '../messages/messages';
import { Publisher } from './publisher';

/** A message to the person, whatever page they are on. */
export interface Notice {
  readonly key: MessageKey;
  readonly kind: 'trouble' | 'done';
  /** What to offer beside it, such as trying again. */
  readonly action?: { readonly key: MessageKey; readonly run: () => void };
}

let shown: Notice | undefined;
const notices = new Publisher<Notice | undefined>();

/** Shows a notice over the page until it is closed or another one comes; nothing closes it. */
export function notify(notice: Notice | undefined): void {
  shown = notice;
  notices.publish(notice);
}

/** Calls back with the notice that is shown, at once and whenever it changes. Returns what ends it. */
export function watchNotice(onNotice: (notice: Notice | undefined) => void): () => void {
  onNotice(shown);
  return notices.subscribe(onNotice);
}
