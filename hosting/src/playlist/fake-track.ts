import type { Track } from './track';

/** A track for tests, without anything that it could be heard by. */
export function fakeTrack(id: string, change: Partial<Track> = {}): Track {
  return {
    id,
    source: 'Jamendo',
    title: `Title of ${id}`,
    artist: 'Someone',
    durationSeconds: 100,
    affect: { valence: 0, arousal: 0 },
    reasons: [],
    ...change,
  };
}
