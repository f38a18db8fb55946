import { AT_REST, type PlayerState } from './player-state';

/** The player as it is shown, and all who watch it. */
export class ShownPlayer {
  private current = AT_REST;
  private readonly watchers = new Set<(state: PlayerState) => void>();

  /** The player as it is now. */
  get state(): PlayerState {
    return this.current;
  }

  /** Tells of every change from now on, until what it returns is called. */
  watch(watcher: (state: PlayerState) => void): () => void {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }

  /** Changes some of it, and takes away what is gone. */
  change(news: Partial<PlayerState>, ...gone: (keyof PlayerState)[]): void {
    const kept = Object.entries(this.current).filter(
      ([name]) => !gone.includes(name as keyof PlayerState),
    );
    this.put({ ...(Object.fromEntries(kept) as unknown as PlayerState), ...news });
  }

  /** Shows something else altogether. */
  put(state: PlayerState): void {
    this.current = state;
    this.watchers.forEach((watcher) => {
      watcher(state);
    });
  }

  /** Nobody is told of anything any more. */
  close(): void {
    this.watchers.clear();
  }
}
