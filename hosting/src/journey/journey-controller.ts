import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { codeOf, troubleMessage } from '../firebase/trouble';
import type { Goal } from '../mood/goal';
import type { Mood } from '../mood/mood';
import type { Upload } from '../photo/photo-store';
import { PhotoRefusedError, type PreparedPhoto } from '../photo/prepare-photo';
import type { Playlist } from '../playlist/playlist';
import { isUnderWay, stepOf, type Journey } from './journey';

/** What a journey needs of the world; the stores fit. */
export interface JourneyWorld {
  prepare(file: Blob): Promise<PreparedPhoto>;
  newId(): string;
  upload(
    moodId: string,
    photo: PreparedPhoto,
    goal: Goal,
    onProgress: (share: number) => void,
  ): Upload;
  watchMood: Watch<Mood>;
  watchPlaylist: Watch<Playlist>;
}

type Watch<Content> = (
  moodId: string,
  onContent: (content: Content | undefined) => void,
  onError: (error: Error) => void,
) => () => void;

/** How long a step may last before the person is told that it takes long. */
export const PATIENCE_MS = 20_000;

/**
 * Leads one entry at a time from a photo to music. The listeners are opened before the upload, so
 * that nothing is missed, and stay as long as the entry is shown, so that a new goal or a correction
 * is followed by its playlist.
 */
export class JourneyController implements ReactiveController {
  private journey: Journey | undefined;
  private goal: Goal = 'match';
  private prepared: PreparedPhoto | undefined;
  private upload: Upload | undefined;
  private unsubscribe: (() => void)[] = [];
  private watchdog: ReturnType<typeof setTimeout> | undefined;
  /** Counts the journeys, so that what comes late from one that was left is not taken for news. */
  private generation = 0;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly world: JourneyWorld,
  ) {
    host.addController(this);
  }

  /** The journey that is shown; nothing before the first. */
  get current(): Journey | undefined {
    return this.journey;
  }

  /** Whether the photo of the journey is still at hand to be tried again. */
  get canRetry(): boolean {
    return this.prepared !== undefined;
  }

  /** Takes a file on its way. One that is under way is left; it goes on without being watched. */
  async start(file: Blob, goal: Goal): Promise<void> {
    const generation = this.leave();
    this.goal = goal;
    this.set({ uploadEnded: false, slow: false });
    let prepared: PreparedPhoto;
    try {
      prepared = await this.world.prepare(file);
    } catch (error) {
      if (generation === this.generation) {
        this.stop(error);
      }
      return;
    }
    if (generation !== this.generation) {
      return;
    }
    this.prepared = prepared;
    if (prepared.size) {
      this.set({ photo: { url: URL.createObjectURL(prepared.blob), ...prepared.size } });
    }
    await this.send(prepared);
  }

  /** Sends the same photo again, as a new entry. */
  async retry(): Promise<void> {
    if (this.prepared && this.journey) {
      const { photo } = this.journey;
      this.unwatch();
      this.generation += 1;
      this.journey = { uploadEnded: false, slow: false, ...(photo && { photo }) };
      await this.send(this.prepared);
    }
  }

  /** Shows an entry of the past. */
  show(mood: Mood): void {
    this.leave();
    this.journey = { moodId: mood.id, mood, uploadEnded: true, slow: false };
    this.watch(mood.id);
    this.host.requestUpdate();
  }

  /** Tells that something the person asked for did not work, such as another goal. */
  fail(error: unknown): void {
    this.stop(error);
  }

  hostDisconnected(): void {
    this.leave();
  }

  private async send(photo: PreparedPhoto): Promise<void> {
    const { generation } = this;
    if (!navigator.onLine) {
      this.set({ trouble: 'trouble.offline' });
      return;
    }
    const moodId = this.world.newId();
    this.set({ moodId, uploaded: 0 });
    this.watch(moodId);
    this.upload = this.world.upload(moodId, photo, this.goal, (uploaded) => {
      if (generation === this.generation) {
        this.set({ uploaded });
      }
    });
    try {
      await this.upload.done;
      if (generation === this.generation) {
        performance.mark('upload-ended', { detail: moodId });
        this.set({ uploadEnded: true });
      }
    } catch (error) {
      if (generation === this.generation && codeOf(error) !== 'storage/canceled') {
        this.stop(error);
      }
    }
  }

  private watch(moodId: string): void {
    const { generation } = this;
    const stop = (error: Error) => {
      if (generation === this.generation) {
        this.stop(error);
      }
    };
    this.unsubscribe = [
      this.world.watchMood(moodId, this.news(generation, 'mood'), stop),
      this.world.watchPlaylist(moodId, this.news(generation, 'playlist'), stop),
    ];
  }

  /** Takes what a listener of the given journey tells; that there is nothing yet is no news. */
  private news<Name extends 'mood' | 'playlist'>(generation: number, name: Name) {
    return (content: Journey[Name]) => {
      if (content && generation === this.generation) {
        this.set({ [name]: content });
      }
    };
  }

  private stop(error: unknown): void {
    const trouble = error instanceof PhotoRefusedError ? error.key : troubleMessage(error);
    this.set({ trouble });
  }

  private set(news: Partial<Journey>): void {
    const { trouble, ...before } = this.journey ?? { uploadEnded: false };
    // A result that comes after all outweighs what went wrong on the way.
    const arrived = news.mood !== undefined || news.playlist !== undefined;
    this.journey = { ...before, ...(trouble && !arrived && { trouble }), slow: false, ...news };
    this.watchProgress();
    this.host.requestUpdate();
  }

  /** Any news is progress: the watchdog starts anew with each, and sleeps when all is there. */
  private watchProgress(): void {
    clearTimeout(this.watchdog);
    const { journey } = this;
    if (journey && isUnderWay(journey) && stepOf(journey) !== 'preparing' && !journey.slow) {
      this.watchdog = setTimeout(() => {
        this.set({ slow: true });
      }, PATIENCE_MS);
    }
  }

  private leave(): number {
    this.unwatch();
    if (this.journey?.photo) {
      URL.revokeObjectURL(this.journey.photo.url);
    }
    this.prepared = undefined;
    this.journey = undefined;
    this.generation += 1;
    return this.generation;
  }

  private unwatch(): void {
    clearTimeout(this.watchdog);
    this.upload?.cancel();
    this.upload = undefined;
    this.unsubscribe.forEach((unsubscribe) => {
      unsubscribe();
    });
    this.unsubscribe = [];
  }
}
