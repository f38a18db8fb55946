import { beforeEach, expect, test, vi } from 'vitest';
import type { Track } from '../../playlist/track';
import { connectMediaKeys } from './media-keys';
import type { Player } from './player';
import type { PlayerState } from './player-state';

const track: Track = {
  id: 'moodify-1',
  source: 'Moodify originals',
  title: 'Golden Parade',
  artist: 'Moodify',
  durationSeconds: 150,
  affect: { valence: 0, arousal: 0 },
  reasons: [],
};

/** Remembers what it was given. */
class FakeMediaSession {
  metadata: { title: string; artwork?: { src: string }[] } | null = null;
  playbackState = 'none';
  position: MediaPositionState | undefined;
  readonly handlers = new Map<string, MediaSessionActionHandler | null>();

  setActionHandler(action: string, handler: MediaSessionActionHandler | null): void {
    if (action === 'seekto' && handler) {
      throw new TypeError('unknown to this browser');
    }
    this.handlers.set(action, handler);
  }

  setPositionState(position?: MediaPositionState): void {
    this.position = position;
  }

  press(action: MediaSessionAction, details: Partial<MediaSessionActionDetails> = {}): void {
    this.handlers.get(action)?.({ action, ...details });
  }
}

const calls: string[] = [];
let watcher: (state: PlayerState) => void = () => undefined;
let session: FakeMediaSession;
let disconnect: () => void;

const state = (news: Partial<PlayerState>): PlayerState => ({
  ...{ status: 'idle', queue: [track], index: 0, shuffle: false, repeat: 'off' },
  ...{ volume: 1, muted: false, position: 0, duration: 150 },
  ...news,
});

const player = {
  state: state({ position: 40 }),
  watch: (listener: typeof watcher) => {
    watcher = listener;
    return () => calls.push('unwatch');
  },
  resume: () => calls.push('resume'),
  pause: () => calls.push('pause'),
  next: () => calls.push('next'),
  previous: () => calls.push('previous'),
  seek: (position: number) => calls.push(`seek ${position}`),
};

beforeEach(() => {
  calls.length = 0;
  vi.stubGlobal('MediaMetadata', function (this: object, fields: object) {
    Object.assign(this, fields);
  });
  session = new FakeMediaSession();
  disconnect = connectMediaKeys(
    player as unknown as Player,
    () => Promise.resolve('blob:cover'),
    session as unknown as MediaSession,
  );
});

test('what plays is shown, with its cover as soon as that is drawn', async () => {
  watcher(state({ status: 'playing', track, position: 12 }));
  expect(session.metadata?.title).toBe('Golden Parade');
  expect(session.playbackState).toBe('playing');
  expect(session.position).toEqual({ duration: 150, position: 12 });
  await Promise.resolve();
  expect(session.metadata?.artwork).toEqual([
    { src: 'blob:cover', sizes: '512x512', type: 'image/png' },
  ]);
  watcher(state({ status: 'paused', track }));
  expect(session.playbackState).toBe('paused');
});

test('nothing is shown while nothing plays', () => {
  watcher(state({ status: 'playing', track }));
  watcher(state({ track }));
  expect([session.metadata, session.playbackState]).toEqual([null, 'none']);
});

test('keys are obeyed, also where the browser does not know them all', () => {
  session.press('play');
  session.press('pause');
  session.press('nexttrack');
  session.press('previoustrack');
  session.press('seekforward');
  session.press('seekbackward', { seekOffset: 5 });
  expect(calls).toEqual(['resume', 'pause', 'next', 'previous', 'seek 50', 'seek 35']);
});

test('all is let go of at the end', () => {
  watcher(state({ status: 'playing', track }));
  disconnect();
  expect(session.metadata).toBeNull();
  expect(session.handlers.get('play')).toBeNull();
  expect(calls).toEqual(['unwatch']);
});
