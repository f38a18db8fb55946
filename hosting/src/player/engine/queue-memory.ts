import { readTrack, type Track } from '../../playlist/track';
import { isEmotion } from '../../mood/emotion';
import { isGoal } from '../../mood/goal';
import { asFields } from '../../firebase/fields';
import type { Occasion } from '../../feedback/feedback';
import type { QueueSnapshot } from './play-queue';
import type { Player } from './player';
import type { PlayerSnapshot, PlayerState } from './player-state';

/** How often the place in a track is kept while it plays. */
const KEPT_EVERY_MS = 2_000;

/**
 * Keeps what a player is at for a reload of the tab: the queue, and the place in the track. Session
 * storage lives as long as the tab, and what another person left there is never read.
 */
export class QueueMemory {
  private readonly name: string;
  private kept: Pick<PlayerState, 'queue' | 'index' | 'status'> | undefined;
  private keptAt = 0;
  /** The queue as it was written last, which is long and seldom changes. */
  private written: { readonly queue: QueueSnapshot; readonly json: string } | undefined;
  private readonly unwatch: () => void;

  /** Shows what the player was at before the reload, and keeps what it is at from now on. */
  constructor(
    private readonly player: Player,
    uid: string,
    private readonly storage: Storage | undefined = storageOrNone(),
  ) {
    this.name = `moodify.queue.${uid}`;
    const before = this.read();
    if (before) {
      player.restore(before);
    }
    this.unwatch = player.watch((state) => {
      this.follow(state);
    });
    window.addEventListener('pagehide', this.keep);
  }

  /** Forgets it, as when the person signs out. */
  close(): void {
    this.unwatch();
    window.removeEventListener('pagehide', this.keep);
    this.storage?.removeItem(this.name);
  }

  private follow({ queue, index, status }: PlayerState): void {
    const { kept } = this;
    const isSame = kept?.queue === queue && kept.index === index && kept.status === status;
    if (!isSame || performance.now() - this.keptAt > KEPT_EVERY_MS) {
      this.kept = { queue, index, status };
      this.keep();
    }
  }

  private readonly keep = () => {
    this.keptAt = performance.now();
    const { snapshot } = this.player;
    if (!snapshot) {
      return;
    }
    const { queue, position, duration } = snapshot;
    try {
      if (this.written?.queue !== queue) {
        const json = JSON.stringify({ ...queue, occasions: [...queue.occasions] });
        this.written = { queue, json };
      }
      const isIdle = this.player.state.status === 'idle';
      const place = JSON.stringify({ position, duration, isIdle });
      this.storage?.setItem(this.name, `{"queue":${this.written.json},"place":${place}}`);
    } catch {
      // Full, or forbidden: the queue then holds until the page is left.
    }
  };

  private read(): PlayerSnapshot | undefined {
    try {
      return readSnapshot(JSON.parse(this.storage?.getItem(this.name) ?? 'null'));
    } catch {
      return undefined;
    }
  }
}

/** Reads what was kept, perhaps by an older version of the page; nothing if it makes no sense. */
function readSnapshot(value: unknown): PlayerSnapshot | undefined {
  const { queue, place } = asFields(value);
  const { position, duration, isIdle } = asFields(place);
  const { name, order, occasion, occasions, offered } = asFields(queue);
  const { tracks, index, unshuffled } = asFields(order);
  const read = readTracks(tracks);
  const before = readTracks(unshuffled);
  if (typeof name !== 'string' || typeof index !== 'number' || !read[index] || isIdle === true) {
    return undefined;
  }
  return {
    isPlaying: false,
    position: typeof position === 'number' ? position : 0,
    duration: typeof duration === 'number' ? duration : 0,
    queue: {
      name,
      order: { tracks: read, index, ...(before.length > 0 && { unshuffled: before }) },
      occasion: readOccasion(occasion),
      occasions: new Map(Array.isArray(occasions) ? occasions.flatMap(readEntry) : []),
      offered: Array.isArray(offered) ? offered.filter((each) => typeof each === 'string') : [],
    },
  };
}

function readTracks(value: unknown): Track[] {
  return Array.isArray(value) ? value.flatMap((track) => readTrack(track) ?? []) : [];
}

function readEntry(value: unknown): [string, Occasion][] {
  const [id, occasion] = Array.isArray(value) ? (value as unknown[]) : [];
  const read = readOccasion(occasion);
  return typeof id === 'string' && read ? [[id, read]] : [];
}

function readOccasion(value: unknown): Occasion | undefined {
  const { moodId, emotion, goal } = asFields(value);
  return typeof moodId === 'string' && isEmotion(emotion) && isGoal(goal)
    ? { moodId, emotion, goal }
    : undefined;
}

function storageOrNone(): Storage | undefined {
  try {
    return sessionStorage;
  } catch {
    return undefined;
  }
}
