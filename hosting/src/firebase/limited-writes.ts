import {
  doc,
  getDocFromServer,
  increment,
  serverTimestamp,
  waitForPendingWrites,
  writeBatch,
  type Firestore,
  type WriteBatch,
} from 'firebase/firestore';
import { codeOf } from './trouble';

/** What is limited, and how often it may be written within a minute: those of `firestore.rules`. */
export const WRITES_A_MINUTE = { moods: 24, feedback: 120, savedPlaylists: 20 } as const;

type Kind = keyof typeof WRITES_A_MINUTE;

/** How many documents there may be of a kind whose number is limited. */
const MOST_DOCUMENTS = 200;

const WINDOW_MS = 60_000;
/** A guess, what the server says, and once more for two writes that came at the same time. */
const ATTEMPTS = 3;

/** A write was refused because there were too many of its kind within a minute, or there are too many. */
export class RateLimitedError extends Error {
  readonly code = 'moodify/rate-limited';

  constructor(kind: string, cause?: unknown) {
    super(`Too many ${kind} within a minute`, { cause });
    this.name = 'RateLimitedError';
  }
}

/** The counter as this browser knows it. The server's is what counts. */
interface Counter {
  /** When the window began, in milliseconds by the clock of this machine. */
  readonly startedAt: number;
  readonly writes: number;
  /** Whether the server has not confirmed all of the writes, as while the page is offline. */
  readonly isPending: boolean;
}

const known = new WeakMap<Firestore, Map<string, LimitedWrites>>();

/** Returns the limited writes of a kind: the same ones for everybody who writes it. */
export function limitedWrites(firestore: Firestore, uid: string, kind: Kind): LimitedWrites {
  const ofStore = known.get(firestore) ?? new Map<string, LimitedWrites>();
  known.set(firestore, ofStore);
  const name = `${kind}.${uid}`;
  const writes = ofStore.get(name) ?? new LimitedWrites(firestore, uid, kind);
  ofStore.set(name, writes);
  return writes;
}

/**
 * Writes documents of a person that the rules limit. Each is written together with the counter
 * `users/{uid}/limits/{kind}`, a fixed window of a minute, which the rules compare with it.
 *
 * Whether a window is to be begun or continued is guessed from what this browser has written. Where
 * another device has written, too, the guess may be refused; then the server is asked.
 */
export class LimitedWrites {
  private readonly storageKey: string;
  private counter: Counter | undefined;
  private pending = 0;

  constructor(
    private readonly firestore: Firestore,
    private readonly uid: string,
    private readonly kind: Kind,
  ) {
    this.storageKey = `moodify.limits.${kind}.${uid}`;
    this.counter = readCounter(this.storageKey);
    if (this.counter?.isPending) {
      // Of an earlier visit, whose writes Firestore still holds.
      this.pending += 1;
      void waitForPendingWrites(firestore).then(this.settle, this.settle);
    }
  }

  /**
   * Writes one document. Resolves when the server has it; the page sees it at once.
   *
   * @param id of the document
   * @param add adds the write to a batch; called again if it is tried again
   * @param total how many more documents of this kind there are then, where their number is limited
   * @throws RateLimitedError if that is too often, or one too many
   * @throws FirebaseError if it fails otherwise
   */
  async write(id: string, add: (batch: WriteBatch) => void, total = 0): Promise<void> {
    let isNewWindow = this.isNewWindow();
    if (!isNewWindow && this.pending > 0 && this.writes >= WRITES_A_MINUTE[this.kind]) {
      // Nobody can say when the window ends that these begin.
      throw new RateLimitedError(this.kind);
    }
    for (let attempt = 1; ; attempt++) {
      try {
        await this.commit(id, add, total, isNewWindow);
        return;
      } catch (error) {
        if (codeOf(error) !== 'permission-denied') {
          throw error;
        }
        const { writes, documents } = await this.ask(error);
        const isFull = writes >= WRITES_A_MINUTE[this.kind];
        if (attempt === ATTEMPTS) {
          const isLimited = isFull || (total > 0 && documents >= MOST_DOCUMENTS);
          throw isLimited ? new RateLimitedError(this.kind, error) : error;
        }
        isNewWindow = writes === 0 || isFull;
      }
    }
  }

  /** Returns the server's counter, 0 if there is none; throws why that is asked if nobody answers. */
  private async ask(reason: unknown): Promise<{ writes: number; documents: number }> {
    try {
      const fields = (await getDocFromServer(this.document())).data();
      return { writes: Number(fields?.writes ?? 0), documents: Number(fields?.total ?? 0) };
    } catch {
      throw reason;
    }
  }

  private get writes(): number {
    return this.counter?.writes ?? 0;
  }

  /** Not while writes are pending: when their window begins is not known before the server has them. */
  private isNewWindow(): boolean {
    const { counter } = this;
    return !counter || (this.pending === 0 && Date.now() - counter.startedAt >= WINDOW_MS);
  }

  private async commit(
    id: string,
    add: (batch: WriteBatch) => void,
    total: number,
    isNewWindow: boolean,
  ): Promise<void> {
    const batch = writeBatch(this.firestore);
    add(batch);
    const window = isNewWindow
      ? { writes: 1, windowStart: serverTimestamp() }
      : { writes: increment(1) };
    const count = { last: id, at: serverTimestamp(), ...window };
    batch.set(
      this.document(),
      { ...count, ...(total !== 0 && { total: increment(total) }) },
      { merge: true },
    );
    this.pending += 1;
    this.note({
      startedAt: isNewWindow ? Date.now() : (this.counter?.startedAt ?? Date.now()),
      writes: isNewWindow ? 1 : this.writes + 1,
    });
    await batch.commit().finally(this.settle);
  }

  private readonly settle = () => {
    this.pending -= 1;
    if (this.counter) {
      this.note(this.counter);
    }
  };

  private note({ startedAt, writes }: Pick<Counter, 'startedAt' | 'writes'>): void {
    this.counter = { startedAt, writes, isPending: this.pending > 0 };
    try {
      localStorage.setItem(this.storageKey, JSON.stringify(this.counter));
    } catch {
      // A full or forbidden storage: the next visit's first guess may be refused, no more.
    }
  }

  private document() {
    return doc(this.firestore, 'users', this.uid, 'limits', this.kind);
  }
}

/** Nothing, too, where a browser refuses to remember anything. */
function readCounter(storageKey: string): Counter | undefined {
  try {
    const stored = localStorage.getItem(storageKey) ?? '{}';
    const { startedAt, writes, isPending } = JSON.parse(stored) as Partial<Counter>;
    return typeof startedAt === 'number' && typeof writes === 'number'
      ? { startedAt, writes, isPending: isPending === true }
      : undefined;
  } catch {
    return undefined;
  }
}
