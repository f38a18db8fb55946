import { Publisher } from '../../shared/publisher';
import { AT_REST, type PlayerState } from './player-state';

/** The player as it is shown, and all who watch it. */
export class ShownPlayer {
  private current = AT_REST;
  private readonly states = new Publisher<PlayerState>();

  /** The player as it is now. */
  get state(): PlayerState {
    return this.current;
  }

  /** Calls back with every change from now on. Returns what ends it. */
  watch(watcher: (state: PlayerState) => void): () => void {
    return this.states.subscribe(watcher);
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
    this.states.publish(state);
  }

  /** Nothing is published any more. */
  close(): void {
    this.states.close();
  }
}
