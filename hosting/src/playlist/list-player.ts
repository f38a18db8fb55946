import type { Playlist } from './playlist';
import type { Track } from './track';

/** Tracks, and what they were chosen for. */
export type TrackListing = Pick<Playlist, 'tracks' | 'emotion' | 'goal'>;

/** What lists of tracks are played with, and what it is at. The player's controller is one. */
export interface ListPlayer {
  /** Whether it plays, or is about to. */
  readonly isSounding: boolean;

  /** Whether it is at one of a list's tracks, played or paused, in that list's name. */
  isAt(list: TrackListing, moodId: string, track: Track): boolean;

  isLiked(track: Track): boolean;

  /** Learns what the person thinks of a list's tracks. */
  follow(list: TrackListing): void;

  /** Plays a list from one of its tracks on; what plays already is paused, or goes on. */
  play(list: TrackListing, moodId: string, index?: number): Promise<void>;

  /** Plays a track after the one that plays, or after all others. */
  add(track: Track, list: TrackListing, moodId: string, place: 'next' | 'last'): void;

  /** Notes that the person likes a track, or no longer. */
  like(track: Track, list: TrackListing, moodId: string): Promise<void>;

  /** Calls back whenever any of this changes. Returns what ends it. */
  onChange(callback: () => void): () => void;
}
