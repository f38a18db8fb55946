import type { Track } from '../../playlist/track';

/** What comes after a track: nothing once all have played, all of them again, or the same again. */
export type Repeat = 'off' | 'all' | 'one';

/** Tracks in the order of playing, and which of them it is at. Never changed: a change is a new one. */
export interface PlayOrder {
  readonly tracks: readonly Track[];
  readonly index: number;
  /** The tracks as they were before they were shuffled; absent while they are not. */
  readonly unshuffled?: readonly Track[];
}

/** Any whole number below the given one; for tests, the same one each time. */
export type Chance = (below: number) => number;

/** Returns the order in which the tracks stand, at one of them. */
export function inOrder(tracks: readonly Track[], index = 0): PlayOrder {
  return { tracks, index };
}

/** Returns the track that it is at; nothing if there is none. */
export function trackAt({ tracks, index }: PlayOrder): Track | undefined {
  return tracks[index];
}

/** Puts everything but the track that it is at into an order of chance, after that track. */
export function shuffled(order: PlayOrder, chance: Chance): PlayOrder {
  const current = trackAt(order);
  const others = order.tracks.filter((track) => track !== current);
  // One after the other goes to the end, out of those that have not gone there yet.
  for (let last = others.length - 1; last >= 0; last -= 1) {
    const [taken] = others.splice(chance(last + 1), 1);
    others.push(...(taken ? [taken] : []));
  }
  return {
    tracks: current ? [current, ...others] : others,
    index: 0,
    unshuffled: order.unshuffled ?? order.tracks,
  };
}

/** Puts the tracks back into the order they had, and stays at the same one. */
export function restored(order: PlayOrder): PlayOrder {
  const tracks = order.unshuffled ?? order.tracks;
  const current = trackAt(order);
  return { tracks, index: current ? Math.max(0, tracks.indexOf(current)) : 0 };
}

/** Goes to the next track; nothing after the last one, unless all are repeated. */
export function following(order: PlayOrder, repeat: Repeat): PlayOrder | undefined {
  const index = order.index + 1;
  if (index < order.tracks.length) {
    return { ...order, index };
  }
  return repeat === 'all' && order.tracks.length > 0 ? { ...order, index: 0 } : undefined;
}

/** Goes to the track before; from the first to the last if all are repeated, else it stays there. */
export function preceding(order: PlayOrder, repeat: Repeat): PlayOrder {
  const index = order.index - 1;
  if (index >= 0) {
    return { ...order, index };
  }
  return { ...order, index: repeat === 'all' ? Math.max(0, order.tracks.length - 1) : 0 };
}

/** Takes a track out that it is not at. */
export function without(order: PlayOrder, id: string): PlayOrder {
  const current = trackAt(order);
  if (current?.id === id) {
    return order;
  }
  const rest = withoutId(order, id);
  return { ...rest, index: current ? rest.tracks.indexOf(current) : 0 };
}

/** Keeps the track that it is at, and lets others follow it. */
export function followedBy(order: PlayOrder, tracks: readonly Track[]): PlayOrder {
  const current = trackAt(order);
  const others = tracks.filter(({ id }) => id !== current?.id);
  return inOrder(current ? [current, ...others] : others);
}

/** Takes out the track that it is at, and is at the one after it; at none after the last. */
export function withoutCurrent(order: PlayOrder): PlayOrder {
  const current = trackAt(order);
  return current ? withoutId(order, current.id) : order;
}

/** Puts a track right after the one that it is at, or last; the one that it is at stays where it is. */
export function withTrack(order: PlayOrder, track: Track, place: 'next' | 'last'): PlayOrder {
  const current = trackAt(order);
  if (current?.id === track.id) {
    return order;
  }
  const add = (tracks: readonly Track[]) => {
    const others = tracks.filter(({ id }) => id !== track.id);
    const index =
      place === 'last' ? others.length : others.findIndex(({ id }) => id === current?.id) + 1;
    return others.toSpliced(index, 0, track);
  };
  const tracks = add(order.tracks);
  return {
    tracks,
    index: current ? tracks.indexOf(current) : 0,
    ...(order.unshuffled && { unshuffled: add(order.unshuffled) }),
  };
}

/** Moves a track to another place; the one that it is at stays the same, wherever that is then. */
export function moved(order: PlayOrder, from: number, to: number): PlayOrder {
  const track = order.tracks[from];
  const current = trackAt(order);
  if (!track || !current || to < 0 || to >= order.tracks.length) {
    return order;
  }
  const tracks = order.tracks.toSpliced(from, 1).toSpliced(to, 0, track);
  return { ...order, tracks, index: tracks.indexOf(current) };
}

/** Takes a track out wherever it is; the index stays. */
function withoutId(order: PlayOrder, id: string): PlayOrder {
  const kept = (tracks: readonly Track[]) => tracks.filter((track) => track.id !== id);
  return {
    ...order,
    tracks: kept(order.tracks),
    ...(order.unshuffled && { unshuffled: kept(order.unshuffled) }),
  };
}
