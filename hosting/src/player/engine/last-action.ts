import type { PlayerSnapshot, Undoable } from './player-state';
import type { ShownPlayer } from './shown-player';

/** How long what was done can be taken back. */
export const UNDO_MS = 12_000;

/** Where the player was before its last action, for as long as that can be taken back. */
export class LastAction {
  private before: PlayerSnapshot | undefined;
  private end: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly shown: ShownPlayer) {}

  /** Remembers where the player is, which is about to do something. */
  remember(undoable: Undoable, before: PlayerSnapshot | undefined): void {
    this.forget();
    if (before) {
      this.before = before;
      this.shown.change({ undoable });
      this.end = setTimeout(() => {
        this.forget();
      }, UNDO_MS);
    }
  }

  /** Returns where the player was, once; nothing if it is too late. */
  take(): PlayerSnapshot | undefined {
    const { before } = this;
    this.forget();
    return before;
  }

  /** What was done can be taken back no longer. */
  forget(): void {
    clearTimeout(this.end);
    this.before = undefined;
    if (this.shown.state.undoable) {
      this.shown.change({}, 'undoable');
    }
  }

  close(): void {
    clearTimeout(this.end);
  }
}
