import { isInHistory } from '../mood/mood';
import type { Entry } from './entry';

/**
 * The entries that are known, the newest first, put together from two sources: the newest ones, which
 * are listened to, and pages of older ones, which are read once. Entries that newer ones push out of
 * the listened-to window stay; entries that are deleted within it go.
 */
export class Timeline {
  private readonly known = new Map<string, Entry>();
  private isWhole = false;
  private window: 'unknown' | 'cached' | 'certain' = 'unknown';

  /** @param size how many entries a page, and the window, hold */
  constructor(private readonly size: number) {}

  /** All of the history that is known, the newest first; absent before anything is known. */
  get entries(): readonly Entry[] | undefined {
    const isKnown = this.window === 'certain' || this.known.size > 0;
    return isKnown
      ? [...this.known.values()].filter(({ mood }) => isInHistory(mood)).sort(newestFirst)
      : undefined;
  }

  /** The id of the oldest that is known, also of one that is not in the history; reading goes on behind it. */
  get oldestId(): string | undefined {
    return [...this.known.values()].sort(newestFirst).at(-1)?.mood.id;
  }

  /** Whether there may be older ones than those that are known. */
  get hasMore(): boolean {
    return this.known.size >= this.size && !this.isWhole;
  }

  /**
   * Takes the newest entries as they are now.
   *
   * @param isCached whether this is only what the device remembers: others may be missing
   */
  showNewest(newest: readonly Entry[], isCached = false): void {
    if (isCached) {
      this.window = this.window === 'unknown' ? 'cached' : this.window;
      this.add(newest);
      return;
    }
    const oldest = newest.length >= this.size ? newest.at(-1) : undefined;
    if (!oldest || !this.known.has(oldest.mood.id)) {
      // These are all there are; or else between them and those that are known may be others.
      this.known.clear();
      this.isWhole = !oldest;
    } else {
      const ids = new Set(newest.map(({ mood }) => mood.id));
      [...this.known.values()]
        .filter((entry) => !ids.has(entry.mood.id) && newestFirst(oldest, entry) > 0)
        .forEach((entry) => this.known.delete(entry.mood.id));
    }
    this.add(newest);
    this.window = 'certain';
  }

  /** Takes a page that follows the oldest known entry. */
  addOlder(older: readonly Entry[], isLast: boolean): void {
    this.add(older);
    this.isWhole = isLast;
  }

  /** Takes an entry out at once, before its deletion has come back from the server. */
  remove(id: string): void {
    this.known.delete(id);
  }

  private add(entries: readonly Entry[]): void {
    entries.forEach((entry) => this.known.set(entry.mood.id, entry));
  }
}

/** As Firestore orders by time, descending; an entry that has no time yet is the newest. */
function newestFirst({ mood: one }: Entry, { mood: other }: Entry): number {
  const difference =
    (other.createdAt?.getTime() ?? Infinity) - (one.createdAt?.getTime() ?? Infinity);
  if (difference !== 0 && !Number.isNaN(difference)) {
    return difference;
  }
  return one.id < other.id ? 1 : -1;
}
