import type { Original, Recipe } from '../../composer';
import type { Track } from '../../playlist/track';

/** Begins to make a piece from its recipe. */
export type Composer = (
  recipe: Recipe,
  onProgress: (share: number) => void,
) => Pick<Original, 'address' | 'goOn' | 'hurry' | 'end'>;

/** A track has neither a recipe nor an address. */
export class UnplayableTrackError extends Error {}

interface Composing {
  readonly piece: Promise<ReturnType<Composer>>;
  readonly listeners: Set<(share: number) => void>;
  /** Whether all of it is composed, and not its opening alone. */
  isWanted: boolean;
  /** The share that is composed, in [0, 1]. */
  share: number;
}

/** How many pieces are kept, whole or not. Each takes some 3 MB where it can be streamed. */
const KEPT = 4;

/** Finds what an audio element plays for a track; composes Moodify's own pieces and keeps the last. */
export class TrackAudio {
  private readonly composed = new Map<string, Composing>();
  /** The address that plays. */
  private playing: string | undefined;
  /** A track that stands by, and its address. */
  private standing: { readonly id: string; readonly address: string } | undefined;

  /** The composer is only loaded when it is first needed. */
  constructor(private readonly loadComposer: () => Promise<Composer>) {}

  /**
   * Returns the address to play now, for one time. A piece of Moodify's own may still be composed
   * while it is played; another one that was is given up, so that nobody waits for that too.
   *
   * @param onProgress called with the share of the piece that is composed, in [0, 1]
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
    this.giveUpOthers(track.id);
    const composing = this.composing(track.id, track.recipe);
    composing.listeners.add(onProgress);
    const { standing } = this;
    if (standing?.id === track.id) {
      onProgress(composing.share);
      this.standing = undefined;
      this.keep(standing.address);
      return standing.address;
    }
    const address = await this.open(track.id, composing);
    this.keep(address);
    return address;
  }

  /**
   * Returns the address that {@link addressOf} is going to return for a track, for an element that loads it
   * before it is played; nothing while a piece that plays is not whole, which comes first.
   *
   * @throws Error if it cannot be composed
   */
  async standBy(track: Track): Promise<string | undefined> {
    const { id, recipe, links } = track;
    if (!recipe) {
      return links?.audio.url;
    }
    if (this.unfinished(id).length > 0) {
      return undefined;
    }
    const address = await this.open(id, this.composing(id, recipe));
    this.revokeStanding();
    this.standing = { id, address };
    return address;
  }

  /** Begins to compose a track that is likely to be played soon: as much as is heard first. */
  prepare({ id, recipe }: Track): void {
    if (recipe) {
      // Whoever plays it sees the failure.
      this.composing(id, recipe).piece.catch(() => {
        this.forget(id);
      });
    }
  }

  /** Composes on without a rest: somebody waits for a part of the track that is not there yet. */
  hurry({ id }: Track): void {
    this.composed.get(id)?.piece.then(
      (piece) => {
        piece.hurry();
      },
      // Whoever plays it sees the failure.
      () => undefined,
    );
  }

  /** Lets go of everything. */
  close(): void {
    [...this.composed.keys()].forEach((id) => {
      this.forget(id);
    });
    this.revokeStanding();
    this.revokePlaying();
  }

  /** Has a piece composed on, and returns an address for it. */
  private async open(id: string, composing: Composing): Promise<string> {
    composing.isWanted = true;
    try {
      const piece = await composing.piece;
      piece.goOn();
      return await piece.address();
    } catch (error) {
      this.forget(id);
      throw error;
    }
  }

  private composing(id: string, recipe: Recipe): Composing {
    const composing = this.composed.get(id) ?? this.compose(recipe);
    // The last that was asked for is the last to go.
    this.composed.delete(id);
    this.composed.set(id, composing);
    [...this.composed.keys()].slice(0, -KEPT).forEach((oldest) => {
      this.forget(oldest);
    });
    return composing;
  }

  private compose(recipe: Recipe): Composing {
    const piece = this.loadComposer().then((load) =>
      load(recipe, (share) => {
        composing.share = share;
        composing.listeners.forEach((listener) => {
          listener(share);
        });
      }),
    );
    const composing: Composing = { piece, listeners: new Set(), isWanted: false, share: 0 };
    return composing;
  }

  private giveUpOthers(wantedId: string): void {
    this.unfinished(wantedId).forEach((id) => {
      this.forget(id);
    });
  }

  /** Pieces that are wanted beside another one, and not whole. */
  private unfinished(otherId: string): string[] {
    return [...this.composed]
      .filter(([id, { isWanted, share }]) => id !== otherId && isWanted && share < 1)
      .map(([id]) => id);
  }

  private forget(id: string): void {
    const composing = this.composed.get(id);
    this.composed.delete(id);
    composing?.piece.then(
      (piece) => {
        piece.end();
      },
      () => undefined,
    );
  }

  /** An address is let go of when the next one is played. */
  private keep(address: string): void {
    this.revokePlaying();
    this.revokeStanding();
    this.playing = address;
  }

  private revokePlaying(): void {
    if (this.playing !== undefined) {
      URL.revokeObjectURL(this.playing);
      this.playing = undefined;
    }
  }

  private revokeStanding(): void {
    if (this.standing) {
      URL.revokeObjectURL(this.standing.address);
      this.standing = undefined;
    }
  }
}
