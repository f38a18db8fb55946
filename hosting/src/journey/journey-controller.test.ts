import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Mood } from '../mood/mood';
import type { KeptPhoto } from '../photo/photo-keeper';
import { PhotoRefusedError, type PreparedPhoto } from '../photo/prepare-photo';
import type { Playlist } from '../playlist/playlist';
import { connection } from '../shared/connection';
import { stepOf } from './journey';
import { JourneyController } from './journey-controller';
import type { JourneyDependencies } from './journey-dependencies';
import { SLOW_AFTER_MS } from './slow-step-timer';

const photo: PreparedPhoto = { blob: new Blob(['x']), type: 'image/jpeg' };
const dark: PreparedPhoto = { ...photo, advice: 'dark' };
const file = new Blob(['file']);
const playlist: Playlist = { goal: 'match', emotion: 'happy', tracks: [], unavailable: [] };
const mood = (id: string, status: Mood['status']): Mood => ({ id, status, source: 'photo' });

/** Nothing happens until the test says so. */
class FakeDependencies implements JourneyDependencies {
  readonly log: string[] = [];
  readonly uploads: { id: string; resolve: () => void; reject: (error: unknown) => void }[] = [];
  readonly moods = new Map<string, (mood: Mood) => void>();
  readonly playlists = new Map<string, (playlist: Playlist) => void>();
  readonly errors = new Map<string, (error: Error) => void>();
  readonly kept = new Map<string, KeptPhoto>();
  /** The entries that the server has. */
  readonly entries = new Set<string>();
  readonly locked = new Set<string>();
  readonly tab: JourneyDependencies['tab'] = {
    current: undefined,
    finished: undefined,
  };
  private count = 0;

  /** Whether the browser keeps anything. */
  keeps = true;

  readonly keeper: JourneyDependencies['keeper'] = {
    keepFile: (moodId, file, goal) => {
      if (this.keeps) {
        this.kept.set(moodId, { uid: 'me', moodId, file, goal, keptAt: 0 });
      }
      return Promise.resolve(this.keeps);
    },
    keep: (moodId, kept, goal) => {
      this.kept.set(moodId, { uid: 'me', moodId, photo: kept, goal, keptAt: 0 });
      return Promise.resolve();
    },
    find: () => Promise.resolve([...this.kept.values()]),
    forget: (moodId) => {
      this.kept.delete(moodId);
      return Promise.resolve();
    },
  };

  takeLock: JourneyDependencies['takeLock'] = (name) => {
    if (this.locked.has(name)) {
      return Promise.resolve(undefined);
    }
    this.locked.add(name);
    return Promise.resolve(() => void this.locked.delete(name));
  };

  prepare = (_file: Blob) => Promise.resolve(photo);

  remove = (id: string) => {
    this.log.push(`remove ${id}`);
    return Promise.resolve();
  };

  pick: JourneyDependencies['pick'] = (id, emotion, goal) => {
    this.log.push(`pick ${emotion} as ${id} to ${goal}`);
    return Promise.resolve();
  };

  newId = () => `mood-${++this.count}`;

  upload: JourneyDependencies['upload'] = (id, _photo, goal, onProgress) => {
    this.log.push(`upload ${id} to ${goal}`);
    onProgress(0.5);
    const done = new Promise<void>((resolve, reject) => {
      this.uploads.push({ id, resolve, reject });
    });
    return {
      done,
      cancel: () => this.log.push(`cancel ${id}`),
      pause: () => this.log.push(`pause ${id}`),
      resume: () => this.log.push(`resume ${id}`),
    };
  };

  hasEntry = (id: string) => Promise.resolve(this.entries.has(id));

  watchMood: JourneyDependencies['watchMood'] = (id, onMood, onError) => {
    this.log.push(`watch ${id}`);
    this.moods.set(id, onMood);
    this.errors.set(id, onError);
    return () => this.log.push(`close ${id}`);
  };

  watchPlaylist: JourneyDependencies['watchPlaylist'] = (id, onPlaylist) => {
    this.playlists.set(id, onPlaylist);
    return () => undefined;
  };
}

let fakes: FakeDependencies;
let journeys: JourneyController;

const step = () => journeys.current && stepOf(journeys.current);
const settle = () => vi.advanceTimersByTimeAsync(0);

async function start(): Promise<void> {
  void journeys.start(file, 'match');
  await settle();
}

let end: () => void;

beforeEach(() => {
  end = connection.start();
  vi.useFakeTimers();
  fakes = new FakeDependencies();
  journeys = new JourneyController(fakes);
});

afterEach(() => {
  end();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('a journey', () => {
  test('listens before it uploads, so that nothing is missed', async () => {
    await start();
    expect(fakes.log).toEqual(['watch mood-1', 'upload mood-1 to match']);
  });

  test('goes from the upload over the face and the expression to the music', async () => {
    const steps = [];
    await start();
    steps.push(step());
    fakes.uploads[0]?.resolve();
    await settle();
    steps.push(step());
    fakes.moods.get('mood-1')?.(mood('mood-1', 'analyzing'));
    steps.push(step());
    fakes.moods.get('mood-1')?.(mood('mood-1', 'ready'));
    steps.push(step());
    fakes.playlists.get('mood-1')?.(playlist);
    steps.push(step());
    expect(steps).toEqual(['uploading', 'finding', 'reading', 'choosing', 'done']);
  });

  test('says why a file was refused, and uploads nothing', async () => {
    fakes.prepare = () => Promise.reject(new PhotoRefusedError('photo.error.empty'));
    await start();
    expect(journeys.current?.trouble).toBe('photo.error.empty');
    expect(fakes.log).toEqual(['watch mood-1', 'close mood-1']);
    expect(journeys.canRetry).toBe(false);
  });

  test('waits for the connection, and goes on by itself when it is back', async () => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    await start();
    expect(journeys.current?.waiting).toBe(true);
    expect(fakes.uploads).toEqual([]);
    expect(fakes.kept.has('mood-1')).toBe(true);
    window.dispatchEvent(new Event('online'));
    await settle();
    expect(journeys.current?.waiting).toBe(false);
    expect(fakes.log.at(-1)).toBe('upload mood-1 to match');
  });

  test('holds its upload while the connection is away, without being called slow', async () => {
    await start();
    window.dispatchEvent(new Event('offline'));
    expect(journeys.current?.waiting).toBe(true);
    await vi.advanceTimersByTimeAsync(10 * SLOW_AFTER_MS);
    expect(journeys.current?.slow).toBe(false);
    window.dispatchEvent(new Event('online'));
    expect(fakes.log.slice(-2)).toEqual(['pause mood-1', 'resume mood-1']);
    expect(journeys.current?.waiting).toBe(false);
  });

  test('keeps the photo until it has arrived, and not longer', async () => {
    await start();
    expect(fakes.kept.get('mood-1')?.photo).toBe(photo);
    fakes.uploads[0]?.resolve();
    await settle();
    expect(fakes.kept.size).toBe(0);
    expect(fakes.locked.size).toBe(0);
  });

  test('keeps the file before anything else is done with it', async () => {
    const prepared = vi.fn((given: Blob) => {
      expect(fakes.kept.get('mood-1')?.file).toBe(given);
      expect(fakes.tab.current).toBe('mood-1');
      return Promise.resolve(photo);
    });
    fakes.prepare = prepared;
    await start();
    expect(prepared).toHaveBeenCalledOnce();
  });

  test('is not looked for after a reload where the browser keeps nothing', async () => {
    fakes.keeps = false;
    fakes.prepare = () => {
      expect(fakes.tab.current).toBeUndefined();
      return Promise.resolve(photo);
    };
    await start();
    expect(step()).toBe('uploading');
  });

  test.each([
    ['is refused', () => Promise.reject(new PhotoRefusedError('photo.error.empty')), 'stopped'],
    ['is dark', () => Promise.resolve(dark), 'asking'],
  ] as const)('keeps no file that %s once a mood is picked instead', async (_, prepare, before) => {
    fakes.prepare = prepare;
    await start();
    expect(step()).toBe(before);
    await journeys.pick('sad', 'lift');
    expect(fakes.kept.size).toBe(0);
    expect(fakes.locked.size).toBe(0);
    // Of the mood, and not of the photo.
    expect(fakes.tab.current).toBe('mood-2');
  });

  test('keeps the file for who comes back, when the person is signed out before it is sent', async () => {
    fakes.prepare = () => Promise.resolve(dark);
    await start();
    journeys.close();
    expect(fakes.kept.size).toBe(1);
    expect(fakes.locked.size).toBe(0);
  });

  test.each(['no_face', 'failed'] as const)(
    'takes an entry along that is %s when it is left, unless it is kept',
    async (status) => {
      const unread = { ...mood('mood-1', status), expiresAt: new Date() };
      await start();
      fakes.uploads[0]?.resolve();
      await settle();
      fakes.moods.get('mood-1')?.(unread);
      expect(fakes.log).not.toContain('remove mood-1');
      await start();
      expect(fakes.log).toContain('remove mood-1');

      fakes.uploads[1]?.resolve();
      await settle();
      fakes.moods.get('mood-2')?.({ ...unread, id: 'mood-2' });
      fakes.moods.get('mood-2')?.(mood('mood-2', status));
      await start();
      expect(fakes.log).not.toContain('remove mood-2');
    },
  );

  test('asks before a dark photo is sent, and sends it only if the person agrees', async () => {
    fakes.prepare = () => Promise.resolve(dark);
    await start();
    expect(step()).toBe('asking');
    // Listened to already, as Firestore takes its time; nothing is sent.
    expect(fakes.log).toEqual(['watch mood-1']);
    void journeys.proceed();
    await settle();
    expect(step()).toBe('uploading');
  });

  test('gives a photo up, also in the middle of its upload', async () => {
    await start();
    await journeys.discard();
    expect(fakes.log).toContain('cancel mood-1');
    expect(fakes.kept.size).toBe(0);
    expect(journeys.current).toBeUndefined();
  });

  test('is busy until the photo has arrived', async () => {
    await start();
    expect(journeys.isBusy).toBe(true);
    fakes.uploads[0]?.resolve();
    await settle();
    expect(journeys.isBusy).toBe(false);
  });

  test('says that it takes long after 20 seconds of silence, and takes a late answer', async () => {
    await start();
    fakes.uploads[0]?.resolve();
    await vi.advanceTimersByTimeAsync(SLOW_AFTER_MS - 1);
    expect(journeys.current?.slow).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(journeys.current?.slow).toBe(true);
    fakes.moods.get('mood-1')?.(mood('mood-1', 'no_face'));
    expect(journeys.current?.slow).toBe(false);
    expect(step()).toBe('done');
  });

  test('starts its timer anew with each step', async () => {
    await start();
    await vi.advanceTimersByTimeAsync(SLOW_AFTER_MS - 1000);
    fakes.uploads[0]?.resolve();
    await vi.advanceTimersByTimeAsync(SLOW_AFTER_MS - 1000);
    expect(journeys.current?.slow).toBe(false);
  });

  test('is tried again with the same photo, as the same entry if it has not arrived', async () => {
    await start();
    fakes.uploads[0]?.reject(Object.assign(new Error(), { code: 'storage/retry-limit-exceeded' }));
    await settle();
    expect(journeys.current?.trouble).toBe('trouble.network');
    void journeys.retry();
    await settle();
    expect(fakes.log.at(-1)).toBe('upload mood-1 to match');
    expect(journeys.current?.trouble).toBeUndefined();
  });

  test('is tried again as a new entry if the photo has arrived and brought nothing', async () => {
    await start();
    fakes.uploads[0]?.resolve();
    await vi.advanceTimersByTimeAsync(SLOW_AFTER_MS);
    void journeys.retry();
    await settle();
    expect(fakes.log.at(-1)).toBe('upload mood-2 to match');
  });

  test('is left for the next one, and what comes late for it is not shown', async () => {
    await start();
    await start();
    expect(fakes.log).toContain('cancel mood-1');
    expect(fakes.log).toContain('close mood-1');
    fakes.moods.get('mood-1')?.(mood('mood-1', 'ready'));
    fakes.uploads[0]?.reject(Object.assign(new Error(), { code: 'storage/canceled' }));
    await settle();
    expect(journeys.current?.moodId).toBe('mood-2');
    expect(step()).toBe('uploading');
  });

  test('reports a listener that failed, until a result outweighs it', async () => {
    await start();
    fakes.errors.get('mood-1')?.(Object.assign(new Error(), { code: 'permission-denied' }));
    expect(journeys.current?.trouble).toBe('trouble.denied');
    fakes.moods.get('mood-1')?.(mood('mood-1', 'ready'));
    expect(journeys.current?.trouble).toBeUndefined();
  });

  test('closes its listeners when the person signs out', async () => {
    await start();
    journeys.close();
    expect(fakes.log).toContain('close mood-1');
    expect(journeys.current).toBeUndefined();
  });
});

test('an entry of the past is shown with its music, without an upload', () => {
  journeys.show(mood('old', 'ready'));
  fakes.playlists.get('old')?.(playlist);
  expect(step()).toBe('done');
  expect(fakes.uploads).toEqual([]);
});

describe('after a reload', () => {
  const left = (moodId: string): KeptPhoto => ({
    uid: 'me',
    moodId,
    photo,
    goal: 'calm',
    keptAt: 0,
  });

  test('a photo that had not arrived is sent again as the same entry', async () => {
    fakes.kept.set('left', left('left'));
    fakes.tab.current = 'left';
    void journeys.resume(true);
    await settle();
    expect(fakes.log).toEqual(['watch left', 'upload left to calm']);
    expect(journeys.current?.resumed).toBe(true);
    fakes.uploads[0]?.resolve();
    await settle();
    expect(fakes.kept.size).toBe(0);
  });

  test('a file that was only just chosen is prepared again and sent', async () => {
    fakes.kept.set('left', { uid: 'me', moodId: 'left', file, goal: 'calm', keptAt: 0 });
    fakes.tab.current = 'left';
    void journeys.resume(true);
    await settle();
    expect(fakes.log).toEqual(['watch left', 'upload left to calm']);
    expect(fakes.kept.get('left')?.photo).toBe(photo);
  });

  test('a file that was only just chosen is asked about again if it is dark', async () => {
    fakes.prepare = () => Promise.resolve(dark);
    fakes.kept.set('left', { uid: 'me', moodId: 'left', file, goal: 'calm', keptAt: 0 });
    fakes.tab.current = 'left';
    await journeys.resume(true);
    expect(journeys.current?.question).toBe('dark');
  });

  test('a file of another visit is shown, and a refused one is forgotten', async () => {
    fakes.kept.set('left', { uid: 'me', moodId: 'left', file, goal: 'calm', keptAt: 0 });
    await journeys.resume(true);
    expect(journeys.current?.question).toBe('unsent');
    journeys.close();

    fakes.prepare = () => Promise.reject(new PhotoRefusedError('photo.error.empty'));
    await new JourneyController(fakes).resume(true);
    expect(fakes.kept.size).toBe(0);
  });

  test('a photo of another visit is shown, and sent only if the person says so', async () => {
    fakes.kept.set('left', left('left'));
    void journeys.resume(true);
    await settle();
    expect(journeys.current?.question).toBe('unsent');
    expect(fakes.uploads).toEqual([]);
    void journeys.proceed();
    await settle();
    expect(fakes.log.slice(-3)).toEqual(['close left', 'watch left', 'upload left to calm']);
  });

  test('a photo that has arrived after all is forgotten, and the next one is asked about', async () => {
    fakes.kept.set('arrived', left('arrived'));
    fakes.kept.set('left', left('left'));
    fakes.entries.add('arrived');
    await journeys.resume(true);
    expect(journeys.current).toMatchObject({ question: 'unsent', moodId: 'left' });
    expect([...fakes.kept.keys()]).toEqual(['left']);
  });

  test('a photo of this tab that has arrived after all is not sent again but watched', async () => {
    fakes.kept.set('left', left('left'));
    fakes.tab.current = 'left';
    fakes.entries.add('left');
    await journeys.resume(true);
    expect(fakes.uploads).toEqual([]);
    expect(step()).toBe('finding');
    expect(fakes.kept.size).toBe(0);
  });

  test('a photo that arrives while the person is asked about it needs no answer', async () => {
    fakes.kept.set('left', left('left'));
    await journeys.resume(true);
    expect(step()).toBe('asking');
    fakes.moods.get('left')?.(mood('left', 'analyzing'));
    await settle();
    expect(step()).toBe('reading');
    expect(fakes.kept.size).toBe(0);
    fakes.moods.get('left')?.(mood('left', 'no_face'));
    expect(step()).toBe('done');
    expect(fakes.uploads).toEqual([]);
  });

  test('a photo of which the server cannot be asked counts as one that has not arrived', async () => {
    fakes.kept.set('left', left('left'));
    fakes.hasEntry = () => Promise.reject(new Error('unavailable'));
    await journeys.resume(true);
    expect(journeys.current?.question).toBe('unsent');
  });

  test('nothing is sent without consent', async () => {
    fakes.kept.set('left', left('left'));
    fakes.tab.current = 'left';
    void journeys.resume(false);
    await settle();
    expect(journeys.current?.question).toBe('unsent');
    expect(fakes.uploads).toEqual([]);
  });

  test('a photo of another visit can be deleted', async () => {
    fakes.kept.set('left', left('left'));
    await journeys.resume(true);
    await journeys.discard();
    expect(fakes.kept.size).toBe(0);
  });

  test('a photo that another tab is sending is left to it', async () => {
    fakes.kept.set('left', left('left'));
    await fakes.takeLock('moodify-sending-left');
    await journeys.resume(true);
    expect(journeys.current).toBeUndefined();
  });

  test('an entry that is being read is watched again', async () => {
    fakes.tab.current = 'read';
    await journeys.resume(true);
    expect(step()).toBe('finding');
    fakes.moods.get('read')?.(mood('read', 'no_face'));
    expect(step()).toBe('done');
    expect(fakes.tab.current).toBeUndefined();
  });

  describe('a result that this tab showed', () => {
    beforeEach(() => {
      fakes.tab.finished = 'shown';
    });

    test('is shown again, as what is past', async () => {
      await journeys.resume(true);
      expect(journeys.current).toBeUndefined();
      fakes.moods.get('shown')?.(mood('shown', 'ready'));
      expect(journeys.current).toMatchObject({ moodId: 'shown', past: true });
      expect(fakes.log).toEqual(['watch shown', 'close shown', 'watch shown']);
    });

    test('is not, once it is deleted', async () => {
      await journeys.resume(true);
      fakes.errors.get('shown')?.(new Error('unavailable'));
      expect(journeys.current).toBeUndefined();
    });

    test('gives way to what the person begins meanwhile', async () => {
      await journeys.resume(true);
      await start();
      fakes.moods.get('shown')?.(mood('shown', 'ready'));
      expect(journeys.current?.moodId).toBe('mood-1');
    });

    test('is remembered until something else is begun', async () => {
      await journeys.resume(true);
      fakes.moods.get('shown')?.(mood('shown', 'no_face'));
      expect(fakes.tab.finished).toBe('shown');
      await start();
      expect(fakes.tab.finished).toBeUndefined();
    });
  });

  test('what the person has begun meanwhile is not disturbed', async () => {
    fakes.kept.set('left', left('left'));
    const resumed = journeys.resume(true);
    await start();
    await resumed;
    expect(journeys.current?.moodId).toBe('mood-1');
  });
});

test('a mood that is picked by hand is shown again after a reload', async () => {
  await journeys.pick('sad', 'lift');
  expect(fakes.tab.current).toBe('mood-1');
});

test('a mood that is picked by hand waits for its music', async () => {
  await journeys.pick('sad', 'lift');
  expect(fakes.log).toEqual(['watch mood-1', 'pick sad as mood-1 to lift']);
  expect(journeys.current?.mood).toMatchObject({ source: 'manual', emotion: 'sad' });
  expect(step()).toBe('choosing');
});

test('a mood that could not be written can be picked again', async () => {
  const { pick } = fakes;
  fakes.pick = () => Promise.reject(Object.assign(new Error(), { code: 'permission-denied' }));
  await journeys.pick('sad', 'lift');
  expect(journeys.current?.trouble).toBe('trouble.denied');
  fakes.pick = pick;
  await journeys.retry();
  expect(journeys.current?.trouble).toBeUndefined();
  expect(fakes.log.at(-1)).toBe('pick sad as mood-1 to lift');
});
