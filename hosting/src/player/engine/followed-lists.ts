import { LARGEST_QUERY, type FeedbackStore } from '../../feedback/feedback-store';

/** How many lists of tracks are listened to at once; those that were asked for first are let go of. */
const LISTS = 6;

/** Keeps what the person thinks of the tracks of the lists that they look at up to date. */
export class FollowedLists {
  /** What ends the listening to a list, by the ids of its tracks. */
  private readonly closers = new Map<string, () => void>();

  /**
   * @param onChange called whenever something else is known
   * @param onError called when it cannot be read
   */
  constructor(
    private readonly store: Pick<FeedbackStore, 'watch'>,
    private readonly onChange: () => void,
    private readonly onError: (error: unknown) => void,
  ) {}

  /** Listens to what is thought of these tracks too. */
  follow(trackIds: readonly string[]): void {
    for (let start = 0; start < trackIds.length; start += LARGEST_QUERY) {
      const some = trackIds.slice(start, start + LARGEST_QUERY);
      const name = some.join(' ');
      const known = this.closers.get(name);
      this.closers.delete(name);
      this.closers.set(name, known ?? this.store.watch(some, this.onChange, this.onError));
    }
    [...this.closers.keys()].slice(0, -LISTS).forEach((oldest) => {
      this.closers.get(oldest)?.();
      this.closers.delete(oldest);
    });
  }

  close(): void {
    this.closers.forEach((close) => {
      close();
    });
    this.closers.clear();
  }
}
