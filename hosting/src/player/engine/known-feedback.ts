import type { Feedback } from '../../feedback/feedback';
import { LARGEST_QUERY, type FeedbackStore } from '../../feedback/feedback-store';

/** How many lists of tracks are listened to at once; those that were asked for first are let go of. */
const LISTS = 6;

/** What the person thinks of the tracks of the lists that they look at, kept up to date. */
export class KnownFeedback {
  /** By the ids of a list. */
  private readonly lists = new Map<
    string,
    { feedback: ReadonlyMap<string, Feedback>; readonly close: () => void }
  >();

  /**
   * @param onChange called whenever something else is known
   * @param onError called when it cannot be read
   */
  constructor(
    private readonly store: Pick<FeedbackStore, 'watch'>,
    private readonly onChange: () => void,
    private readonly onError: (error: unknown) => void,
  ) {}

  /** What is known of a track. */
  get(trackId: string): Feedback | undefined {
    for (const { feedback } of this.lists.values()) {
      const known = feedback.get(trackId);
      if (known) {
        return known;
      }
    }
    return undefined;
  }

  /** Listens to what is thought of these tracks too. */
  follow(trackIds: readonly string[]): void {
    for (let start = 0; start < trackIds.length; start += LARGEST_QUERY) {
      const some = trackIds.slice(start, start + LARGEST_QUERY);
      const name = some.join(' ');
      const known = this.lists.get(name);
      this.lists.delete(name);
      this.lists.set(name, known ?? this.open(name, some));
    }
    [...this.lists.keys()].slice(0, -LISTS).forEach((oldest) => {
      this.lists.get(oldest)?.close();
      this.lists.delete(oldest);
    });
  }

  close(): void {
    this.lists.forEach(({ close }) => {
      close();
    });
    this.lists.clear();
  }

  private open(name: string, trackIds: readonly string[]) {
    const close = this.store.watch(
      trackIds,
      (feedback) => {
        const list = this.lists.get(name);
        if (list) {
          list.feedback = feedback;
          this.onChange();
        }
      },
      this.onError,
    );
    return { feedback: new Map<string, Feedback>(), close };
  }
}
