import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Mood } from '../mood/mood';
import { PhotoRefusedError, type PreparedPhoto } from '../photo/prepare-photo';
import type { Playlist } from '../playlist/playlist';
import { stepOf } from './journey';
import { JourneyController, PATIENCE_MS, type JourneyWorld } from './journey-controller';

const photo: PreparedPhoto = { blob: new Blob(['x']), type: 'image/jpeg' };
const file = new Blob(['file']);
const playlist: Playlist = { goal: 'match', emotion: 'happy', tracks: [], unavailable: [] };
const mood = (id: string, status: Mood['status']): Mood => ({ id, status, source: 'photo' });

/** A world in which nothing happens until the test says so. */
class ScriptedWorld implements JourneyWorld {
  readonly log: string[] = [];
  readonly uploads: { id: string; resolve: () => void; reject: (error: unknown) => void }[] = [];
  readonly moods = new Map<string, (mood: Mood) => void>();
  readonly playlists = new Map<string, (playlist: Playlist) => void>();
  readonly errors = new Map<string, (error: Error) => void>();
  private count = 0;

  prepare = () => Promise.resolve(photo);

  newId = () => `mood-${++this.count}`;

  upload: JourneyWorld['upload'] = (id, _photo, goal, onProgress) => {
    this.log.push(`upload ${id} to ${goal}`);
    onProgress(0.5);
    const done = new Promise<void>((resolve, reject) => {
      this.uploads.push({ id, resolve, reject });
    });
    return { done, cancel: () => this.log.push(`cancel ${id}`) };
  };

  watchMood: JourneyWorld['watchMood'] = (id, onMood, onError) => {
    this.log.push(`watch ${id}`);
    this.moods.set(id, onMood);
    this.errors.set(id, onError);
    return () => this.log.push(`close ${id}`);
  };

  watchPlaylist: JourneyWorld['watchPlaylist'] = (id, onPlaylist) => {
    this.playlists.set(id, onPlaylist);
    return () => undefined;
  };
}

let world: ScriptedWorld;
let journeys: JourneyController;

const step = () => journeys.current && stepOf(journeys.current);
const settle = () => vi.advanceTimersByTimeAsync(0);

async function start(): Promise<void> {
  void journeys.start(file, 'match');
  await settle();
}

beforeEach(() => {
  vi.useFakeTimers();
  world = new ScriptedWorld();
  const host = {
    addController: () => undefined,
    removeController: () => undefined,
    requestUpdate: () => undefined,
    updateComplete: Promise.resolve(true),
  };
  journeys = new JourneyController(host, world);
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('a journey', () => {
  test('listens before it uploads, so that nothing is missed', async () => {
    await start();
    expect(world.log).toEqual(['watch mood-1', 'upload mood-1 to match']);
  });

  test('goes from the upload over the face and the expression to the music', async () => {
    const steps = [];
    await start();
    steps.push(step());
    world.uploads[0]?.resolve();
    await settle();
    steps.push(step());
    world.moods.get('mood-1')?.(mood('mood-1', 'analyzing'));
    steps.push(step());
    world.moods.get('mood-1')?.(mood('mood-1', 'ready'));
    steps.push(step());
    world.playlists.get('mood-1')?.(playlist);
    steps.push(step());
    expect(steps).toEqual(['uploading', 'finding', 'reading', 'choosing', 'done']);
  });

  test('tells why a file was refused, and uploads nothing', async () => {
    world.prepare = () => Promise.reject(new PhotoRefusedError('photo.error.empty'));
    await start();
    expect(journeys.current?.trouble).toBe('photo.error.empty');
    expect(world.log).toEqual([]);
    expect(journeys.canRetry).toBe(false);
  });

  test('does not start without a connection, and can be tried again with one', async () => {
    const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    await start();
    expect(journeys.current?.trouble).toBe('trouble.offline');
    online.mockReturnValue(true);
    void journeys.retry();
    await settle();
    expect(step()).toBe('uploading');
  });

  test('says that it takes long after 20 seconds of silence, and takes a late answer', async () => {
    await start();
    world.uploads[0]?.resolve();
    await vi.advanceTimersByTimeAsync(PATIENCE_MS - 1);
    expect(journeys.current?.slow).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(journeys.current?.slow).toBe(true);
    world.moods.get('mood-1')?.(mood('mood-1', 'no_face'));
    expect(journeys.current?.slow).toBe(false);
    expect(step()).toBe('done');
  });

  test('starts its patience anew with each step', async () => {
    await start();
    await vi.advanceTimersByTimeAsync(PATIENCE_MS - 1000);
    world.uploads[0]?.resolve();
    await vi.advanceTimersByTimeAsync(PATIENCE_MS - 1000);
    expect(journeys.current?.slow).toBe(false);
  });

  test('is tried again with the same photo as a new entry', async () => {
    await start();
    world.uploads[0]?.reject(Object.assign(new Error(), { code: 'storage/retry-limit-exceeded' }));
    await settle();
    expect(journeys.current?.trouble).toBe('trouble.network');
    void journeys.retry();
    await settle();
    expect(world.log.at(-1)).toBe('upload mood-2 to match');
    expect(journeys.current?.trouble).toBeUndefined();
  });

  test('is left for the next one, and what comes late for it is not shown', async () => {
    await start();
    await start();
    expect(world.log).toContain('cancel mood-1');
    expect(world.log).toContain('close mood-1');
    world.moods.get('mood-1')?.(mood('mood-1', 'ready'));
    world.uploads[0]?.reject(Object.assign(new Error(), { code: 'storage/canceled' }));
    await settle();
    expect(journeys.current?.moodId).toBe('mood-2');
    expect(step()).toBe('uploading');
  });

  test('tells of a listener that failed, until a result outweighs it', async () => {
    await start();
    world.errors.get('mood-1')?.(Object.assign(new Error(), { code: 'permission-denied' }));
    expect(journeys.current?.trouble).toBe('trouble.denied');
    world.moods.get('mood-1')?.(mood('mood-1', 'ready'));
    expect(journeys.current?.trouble).toBeUndefined();
  });

  test('closes its listeners when the page goes', async () => {
    await start();
    journeys.hostDisconnected();
    expect(world.log).toContain('close mood-1');
    expect(journeys.current).toBeUndefined();
  });
});

test('an entry of the past is shown with its music, without an upload', () => {
  journeys.show(mood('old', 'ready'));
  world.playlists.get('old')?.(playlist);
  expect(step()).toBe('done');
  expect(world.uploads).toEqual([]);
});
