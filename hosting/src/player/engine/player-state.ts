import type { Occasion } from '../../feedback/feedback';
import type { Track } from '../../playlist/track';
import type { Repeat } from './play-order';
import type { QueueSnapshot } from './play-queue';

/** What the player does: `preparing` is on the way to sound, `idle` before the first track. */
export type PlayerStatus = 'idle' | 'preparing' | 'playing' | 'paused';

/** What the player has just done by itself or at a word, and can take back. */
export interface Undoable {
  /** Went over to music for a newer wish, or took a track off that is disliked. */
  readonly action: 'switched' | 'disliked';
  /** The track that played before, and what for. */
  readonly track: Track;
  readonly occasion: Occasion;
}

/** All that a player was at, to go back to it. */
export interface PlayerSnapshot {
  readonly queue: QueueSnapshot;
  readonly isPlaying: boolean;
  /** In seconds. */
  readonly position: number;
  readonly duration: number;
}

/** The player as it is shown. */
export interface PlayerState {
  readonly status: PlayerStatus;
  /** The track that plays, or would. */
  readonly track?: Track;
  readonly occasion?: Occasion;
  /** All tracks in the order of playing. */
  readonly queue: readonly Track[];
  /** Which of the queue it is at. */
  readonly index: number;
  readonly shuffle: boolean;
  readonly repeat: Repeat;
  /** In [0, 1]. */
  readonly volume: number;
  readonly muted: boolean;
  /** The share of the track that is composed, in [0, 1]; absent for what need not be. */
  readonly composed?: number;
  /** Whether it has begun to play, and waits for more to come or to be composed. */
  readonly stalled?: boolean;
  /** In seconds. */
  readonly position: number;
  /** In seconds; 0 if it is not known. */
  readonly duration: number;
  /** The track that was left out last, because it could not be played. */
  readonly skipped?: Track;
  /** Whether there was nothing in the whole queue that could be played. */
  readonly exhausted?: boolean;
  /** The first track for a newer wish, which plays once the person says so or goes on. */
  readonly waiting?: Track;
  /** What was done last; absent once it is too late to take it back. */
  readonly undoable?: Undoable;
}

/** A player before anything was put up. */
export const AT_REST: PlayerState = {
  status: 'idle',
  queue: [],
  index: 0,
  shuffle: false,
  repeat: 'off',
  volume: 1,
  muted: false,
  position: 0,
  duration: 0,
};
