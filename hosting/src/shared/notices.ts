import type { MessageKey } from '../messages/messages';
import { Publisher } from './publisher';

/** A message to the person, whatever page they are on. */
export interface Notice {
  readonly key: MessageKey;
  /** What is filled in. */
  readonly values?: Readonly<Record<string, string>>;
  readonly kind: 'trouble' | 'done';
  /** What to offer beside it, such as trying again. */
  readonly action?: { readonly key: MessageKey; readonly run: () => void };
}

/** Something that was done a moment ago and can be taken back. */
export interface Undoable {
  /** What was done. */
  readonly key: MessageKey;
  /** Takes it back, as if it had not been done. */
  readonly undo: () => void;
  /** Does it for good, once it can no longer be taken back; absent if it is done already. */
  readonly commit?: () => Promise<unknown>;
}

/** How long something can be taken back, in milliseconds; longer while the notice is under the pointer. */
export const UNDO_MS = 10_000;

/** What can still be taken back, and the notice that offers it. */
interface Pending {
  readonly undoable: Undoable;
  readonly notice: Notice;
  timer: ReturnType<typeof setTimeout> | undefined;
}

let shown: Notice | undefined;
let pending: Pending | undefined;
let committed: Promise<unknown> = Promise.resolve();
const notices = new Publisher<Notice | undefined>();

/** Shows a notice over the page until it is closed or another one comes; nothing closes it. */
export function notify(notice: Notice | undefined): void {
  shown = notice;
  notices.publish(notice);
  if (pending && pending.notice !== notice) {
    void commit();
  }
}

/**
 * Says that something was done, and offers for {@link UNDO_MS} to take it back. It is done for good when
 * that time is over, when the notice is closed or another one takes its place, and when the page is left.
 */
export function offerUndo(undoable: Undoable): void {
  const undo = () => {
    pending = undefined;
    undoable.undo();
  };
  const notice: Notice = {
    key: undoable.key,
    kind: 'done',
    action: {
      key: 'app.undo',
      run: () => {
        if (pending?.notice === notice) {
          clearTimeout(pending.timer);
          undo();
          notify(undefined);
        }
      },
    },
  };
  notify(notice);
  pending = { undoable, notice, timer: undefined };
  holdUndo(false);
  window.addEventListener('pagehide', leave, { once: true });
}

/** Stops the time that something can be taken back in, or starts it anew, as while it is looked at. */
export function holdUndo(isHeld: boolean): void {
  if (pending) {
    clearTimeout(pending.timer);
    pending.timer = isHeld
      ? undefined
      : setTimeout(() => {
          notify(undefined);
        }, UNDO_MS);
  }
}

/** Does at once what could still be taken back; resolves when it is done. */
export async function settleUndo(): Promise<void> {
  if (pending) {
    notify(undefined);
  }
  await committed;
}

/** Calls back with the notice that is shown, at once and whenever it changes. Returns what ends it. */
export function watchNotice(onNotice: (notice: Notice | undefined) => void): () => void {
  onNotice(shown);
  return notices.subscribe(onNotice);
}

const leave = () => void settleUndo();

function commit(): Promise<unknown> {
  const { undoable, timer } = pending ?? {};
  clearTimeout(timer);
  pending = undefined;
  // Whoever offers it says what goes wrong.
  committed = Promise.resolve(undoable?.commit?.()).catch((error: unknown) => {
    console.warn('What was not taken back could not be done', error);
  });
  return committed;
}
