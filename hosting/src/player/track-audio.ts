import type { Track } from '../playlist/track';

/** Makes a piece from its recipe; `composeOriginal` fits. */
export type Composer = (typeof import('../composer'))['composeOriginal'];

/** A track has neither a recipe nor an address. */
export class UnplayableTrackError extends Error {}

interface Composing {
  readonly url: Promise<string>;
  readonly abort: () => void;
  /** Whether it is still under way. */
  readonly isOpen: () => boolean;
  readonly listeners: Set<(share: number) => void>;
}

/** How many pieces are kept: the one that plays, and the next. Each takes some 30 MB. */
const KEPT = 2;

/** Finds what an audio element plays for a track; composes Moodify's own pieces and keeps the last. */
export class TrackAudio {
  private readonly composed = new Map<string, Composing>();

  /** The composer is only loaded when it is first needed. */
  constructor(private readonly loadComposer: () => Promise<Composer>) {}

  /**
   * Returns the address to play now. What is composed for another track is given up: whoever waits
   * should not wait for that too.
   *
   * @param onProgress told the share of the piece that is composed, in [0, 1]
   * @throws UnplayableTrackError if there is no way to hear it
   */
  async addressOf(track: Track, onProgress: (share: number) => void): Promise<string> {
    if (!track.recipe) {
      if (!track.links) {
        throw new UnplayableTrackError(`Track ${track.id} has neither a recipe nor an address`);
      }
      // Where the address only leads to another one, the audio element follows.
      return track.links.audio.url;
    }
    [...this.composed]
      .filter(([id, other]) => id !== track.id && other.isOpen())
      .forEach(([id]) => {
        this.forget(id);
      });
    const composing = this.composing(track);
    composing.listeners.add(onProgress);
    return composing.url;
  }

  /** Begins to compose a track that is likely to be played soon. */
  prepare(track: Track): void {
    if (track.recipe) {
      // Whoever plays it is told of the failure.
      this.composing(track).url.catch(() => undefined);
    }
  }

  /** Lets go of everything. */
  close(): void {
    [...this.composed.keys()].forEach((id) => {
      this.forget(id);
    });
  }

  private composing(track: Track): Composing {
    const { id } = track;
    const composing = this.composed.get(id) ?? this.compose(track);
    // The last that was asked for is the last to go.
    this.composed.delete(id);
    this.composed.set(id, composing);
    [...this.composed.keys()].slice(0, -KEPT).forEach((oldest) => {
      this.forget(oldest);
    });
    return composing;
  }

  private compose({ id, recipe }: Track): Composing {
    const abortion = new AbortController();
    const listeners = new Set<(share: number) => void>();
    const work = async () => {
      const compose = await this.loadComposer();
      if (!recipe) {
        throw new UnplayableTrackError(`Track ${id} has no recipe`);
      }
      const piece = await compose(recipe, {
        signal: abortion.signal,
        onProgress: (share) => {
          listeners.forEach((listener) => {
            listener(share);
          });
        },
      });
      return URL.createObjectURL(piece);
    };
    let isOpen = true;
    const url = work().finally(() => {
      isOpen = false;
    });
    url.catch(() => {
      if (this.composed.get(id)?.url === url) {
        this.composed.delete(id);
      }
    });
    return {
      url,
      listeners,
      isOpen: () => isOpen,
      abort: () => {
        abortion.abort();
      },
    };
  }

  private forget(id: string): void {
    const composing = this.composed.get(id);
    this.composed.delete(id);
    composing?.abort();
    composing?.url.then(
      (address) => {
        URL.revokeObjectURL(address);
      },
      () => undefined,
    );
  }
}
