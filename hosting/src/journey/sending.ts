import type { Goal } from '../mood/goal';
import type { Upload } from '../photo/photo-store';
import type { PreparedPhoto } from '../photo/prepare-photo';
import { connection } from '../shared/connection';
import type { JourneyDependencies } from './journey-dependencies';

/** How a sending stands. */
export interface SendingNews {
  /** The share that has arrived, in [0, 1]. */
  readonly uploaded?: number;
  /** Whether it holds still until the connection is back. */
  readonly waiting?: boolean;
}

type SendingDependencies = Pick<JourneyDependencies, 'upload' | 'keeper' | 'takeLock'>;

/**
 * One photo's way out of this browser. It is kept here before anything is sent, so that nothing is
 * lost whatever happens on the way, and forgotten once it has arrived. Without a connection it holds
 * still, and goes on where it was when the connection is back.
 */
export class Sending {
  private upload: Upload | undefined;
  private isCanceled = false;
  private wake: (() => void) | undefined;

  constructor(
    private readonly dependencies: SendingDependencies,
    readonly moodId: string,
    private readonly photo: PreparedPhoto,
    private readonly goal: Goal,
    private readonly report: (news: SendingNews) => void,
  ) {}

  /**
   * @returns whether all has arrived, and not been canceled
   * @throws a Firebase error if it could not be sent
   */
  async run(): Promise<boolean> {
    const { dependencies, moodId, photo, goal } = this;
    const [release] = await Promise.all([
      dependencies.takeLock(lockOf(moodId)),
      dependencies.keeper.keep(moodId, photo, goal),
    ]);
    const unwatch = connection.watch((isOnline) => {
      this.follow(isOnline);
    });
    try {
      await this.connected();
      await this.transfer();
    } catch (error) {
      if (!this.isCanceled) {
        throw error;
      }
    } finally {
      unwatch();
      release?.();
    }
    if (!this.isCanceled) {
      await dependencies.keeper.forget(moodId);
    }
    return !this.isCanceled;
  }

  /** Sends nothing more. The photo stays kept. */
  cancel(): void {
    this.isCanceled = true;
    this.upload?.cancel();
    this.wake?.();
  }

  private async transfer(): Promise<void> {
    if (!this.isCanceled) {
      this.upload = this.dependencies.upload(this.moodId, this.photo, this.goal, (uploaded) => {
        this.report({ uploaded });
      });
      await this.upload.done;
    }
  }

  private async connected(): Promise<void> {
    if (!connection.isOnline && !this.isCanceled) {
      this.report({ waiting: true });
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
  }

  private follow(isOnline: boolean): void {
    this.report({ waiting: !isOnline });
    if (isOnline) {
      this.upload?.resume();
      this.wake?.();
    } else {
      this.upload?.pause();
    }
  }
}

/** The name under which one tab alone sends the photo of an entry. */
export function lockOf(moodId: string): string {
  return `moodify-sending-${moodId}`;
}
