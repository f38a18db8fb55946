import type { Occasion } from '../../feedback/feedback';
import type { Track } from '../../playlist/track';
import {
  followedBy,
  following,
  inOrder,
  preceding,
  restored,
  shuffled,
  trackAt,
  without,
  type Chance,
  type PlayOrder,
  type Repeat,
} from './play-order';

/** Tracks in the order of playing, and what they were chosen for. */
export interface Queue {
  readonly tracks: readonly Track[];
  readonly occasion: Occasion;
}

/** What plays and what comes next: the tracks that were put up, in their own order or in one of chance. */
export class PlayQueue {
  private order: PlayOrder = inOrder([]);
  private chosenFor: Occasion | undefined;
  /** What was put up or played last, so that the same again changes nothing. */
  private offered = '';
  private isShuffled = false;

  /** @param chance decides when tracks are shuffled */
  constructor(private readonly chance: Chance) {}

  /** The track that it is at. */
  get track(): Track | undefined {
    return trackAt(this.order);
  }

  get tracks(): readonly Track[] {
    return this.order.tracks;
  }

  /** Which of the tracks it is at. */
  get index(): number {
    return this.order.index;
  }

  get occasion(): Occasion | undefined {
    return this.chosenFor;
  }

  /** Returns whether there is anything in a queue that was not put up last. */
  isNews(queue: Queue): boolean {
    return queue.tracks.length > 0 && nameOf(queue) !== this.offered;
  }

  /** Takes a queue, at one of its tracks. */
  take(queue: Queue, index = 0): void {
    this.put(queue, inOrder(queue.tracks, index));
  }

  /** Has other tracks follow the one that it is at. */
  follow(queue: Queue): void {
    this.put(queue, followedBy(this.order, queue.tracks));
  }

  /** Returns the track after this one; nothing after the last, unless all are repeated. */
  nextTrack(repeat: Repeat): Track | undefined {
    const next = following(this.order, repeat);
    return next && trackAt(next);
  }

  /** Goes to the next track, and returns whether there was one. */
  goOn(repeat: Repeat): boolean {
    const next = following(this.order, repeat);
    this.order = next ?? this.order;
    return next !== undefined;
  }

  goBack(repeat: Repeat): void {
    this.order = preceding(this.order, repeat);
  }

  /** Goes to one of the tracks, and returns whether it is there. */
  goTo(index: number): boolean {
    const isThere = index >= 0 && index < this.order.tracks.length;
    if (isThere) {
      this.order = { ...this.order, index };
    }
    return isThere;
  }

  /** Takes a track out that it is not at. */
  remove(id: string): void {
    this.order = without(this.order, id);
  }

  /** Puts the tracks into an order of chance, or back into their own. */
  shuffle(shuffle: boolean): void {
    this.isShuffled = shuffle;
    this.order = shuffle ? shuffled(this.order, this.chance) : restored(this.order);
  }

  private put(queue: Queue, order: PlayOrder): void {
    this.offered = nameOf(queue);
    this.chosenFor = queue.occasion;
    this.order = this.isShuffled ? shuffled(order, this.chance) : order;
  }
}

function nameOf({ tracks, occasion }: Queue): string {
  return [occasion.moodId, occasion.goal, ...tracks.map(({ id }) => id)].join(' ');
}
