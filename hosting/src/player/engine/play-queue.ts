import type { Occasion } from '../../feedback/feedback';
import type { Track } from '../../playlist/track';
import {
  followedBy,
  following,
  inOrder,
  moved,
  preceding,
  restored,
  shuffled,
  trackAt,
  without,
  withoutCurrent,
  withTrack,
  type Chance,
  type PlayOrder,
  type Repeat,
} from './play-order';

/** Tracks in the order of playing, and what they were chosen for. */
export interface Queue {
  readonly tracks: readonly Track[];
  readonly occasion: Occasion;
}

/** All that a queue is, to go back to it later. */
export interface QueueSnapshot {
  /** Names the queue that was taken; empty before the first. */
  readonly name: string;
  readonly order: PlayOrder;
  readonly occasion: Occasion | undefined;
  /** What single tracks were chosen for that came from elsewhere, by their ids. */
  readonly occasions: ReadonlyMap<string, Occasion>;
  /** The names of what was offered, the newest last. */
  readonly offered: readonly string[];
}

/** How many offers are remembered, so that none of them is news a second time. */
const REMEMBERED_OFFERS = 30;

const NOTHING: QueueSnapshot = {
  name: '',
  order: inOrder([]),
  occasion: undefined,
  occasions: new Map(),
  offered: [],
};

/** What plays and what comes next: the tracks that were put up, in their own order or in one of chance. */
export class PlayQueue {
  private now = NOTHING;
  private isShuffled = false;

  /** @param chance decides when tracks are shuffled */
  constructor(private readonly chance: Chance) {}

  /** The track that it is at. */
  get track(): Track | undefined {
    return trackAt(this.now.order);
  }

  get tracks(): readonly Track[] {
    return this.now.order.tracks;
  }

  /** Which of the tracks it is at. */
  get index(): number {
    return this.now.order.index;
  }

  /** What the track that it is at was chosen for. */
  get occasion(): Occasion | undefined {
    const { occasion, occasions } = this.now;
    return occasions.get(this.track?.id ?? '') ?? occasion;
  }

  /** All that it is now. */
  get snapshot(): QueueSnapshot {
    return this.now;
  }

  /** Goes back to what it was, but for what was offered since: that is known now. */
  restore(snapshot: QueueSnapshot): void {
    const offered = this.now.offered.length > 0 ? this.now.offered : snapshot.offered;
    this.now = { ...snapshot, offered };
    this.isShuffled = snapshot.order.unshuffled !== undefined;
  }

  /** Whether a queue is this one. */
  isTaken(queue: Queue): boolean {
    return nameOf(queue) === this.now.name;
  }

  /** Whether a queue was offered or taken before. */
  isKnown(queue: Queue): boolean {
    return this.now.offered.includes(nameOf(queue));
  }

  /** Whether a queue answers the same wish as this one: the same entry, read and meant alike. */
  isForTheSame({ occasion }: Queue): boolean {
    const own = this.now.occasion;
    return (
      own?.moodId === occasion.moodId &&
      own.goal === occasion.goal &&
      own.emotion === occasion.emotion
    );
  }

  /** Takes a queue, at one of its tracks. */
  take(queue: Queue, index = 0): void {
    this.put(queue, inOrder(queue.tracks, index));
  }

  /** Has other tracks follow the one that it is at. */
  follow(queue: Queue): void {
    this.put(queue, followedBy(this.now.order, queue.tracks));
  }

  /** Remembers that a queue was offered, so that it is no news any more. */
  remember(queue: Queue): void {
    const name = nameOf(queue);
    const others = this.now.offered.filter((known) => known !== name);
    this.now = { ...this.now, offered: [...others, name].slice(-REMEMBERED_OFFERS) };
  }

  /** Returns the track after this one; nothing after the last, unless all are repeated. */
  nextTrack(repeat: Repeat): Track | undefined {
    const next = following(this.now.order, repeat);
    return next && trackAt(next);
  }

  /** Goes to the next track, and returns whether there was one. */
  goOn(repeat: Repeat): boolean {
    const next = following(this.now.order, repeat);
    this.order = next ?? this.now.order;
    return next !== undefined;
  }

  goBack(repeat: Repeat): void {
    this.order = preceding(this.now.order, repeat);
  }

  /** Goes to one of the tracks, and returns whether it is there. */
  goTo(index: number): boolean {
    const isThere = index >= 0 && index < this.tracks.length;
    if (isThere) {
      this.order = { ...this.now.order, index };
    }
    return isThere;
  }

  /** Takes a track out that it is not at. */
  remove(id: string): void {
    this.order = without(this.now.order, id);
  }

  /** Takes out the track that it is at, and returns whether there is one after it. */
  removeCurrent(): boolean {
    this.order = withoutCurrent(this.now.order);
    return this.track !== undefined;
  }

  /** Puts a track that was chosen for something else after the one that it is at, or last. */
  add(track: Track, occasion: Occasion, place: 'next' | 'last'): void {
    const occasions = new Map(this.now.occasions).set(track.id, occasion);
    this.now = { ...this.now, occasions, order: withTrack(this.now.order, track, place) };
  }

  /** Moves a track to another place of the order. */
  move(from: number, to: number): void {
    this.order = moved(this.now.order, from, to);
  }

  /** Puts the tracks into an order of chance, or back into their own. */
  shuffle(shuffle: boolean): void {
    this.isShuffled = shuffle;
    this.order = shuffle ? shuffled(this.now.order, this.chance) : restored(this.now.order);
  }

  private set order(order: PlayOrder) {
    this.now = { ...this.now, order };
  }

  private put(queue: Queue, order: PlayOrder): void {
    this.remember(queue);
    this.now = {
      ...this.now,
      name: nameOf(queue),
      order: this.isShuffled ? shuffled(order, this.chance) : order,
      occasion: queue.occasion,
      occasions: new Map(),
    };
  }
}

function nameOf({ tracks, occasion }: Queue): string {
  return [occasion.moodId, occasion.goal, ...tracks.map(({ id }) => id)].join(' ');
}
