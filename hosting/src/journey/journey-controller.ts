import type { ReactiveControllerHost } from 'lit';
import { troubleMessage } from '../firebase/trouble';
import type { Emotion } from '../mood/emotion';
import type { Goal } from '../mood/goal';
import { isInHistory, type Mood } from '../mood/mood';
import type { KeptPhoto } from '../photo/photo-keeper';
import { PhotoRefusedError, type PreparedPhoto } from '../photo/prepare-photo';
import { watchEntry } from './entry-watch';
import { AT_START, isSending, type Journey } from './journey';
import type { JourneyDependencies } from './journey-dependencies';
import { findUnsent } from './find-unsent';
import { lockOf, Sending } from './sending';
import { ShownJourney } from './shown-journey';

/**
 * Leads one entry at a time from a photo to music. The listeners are opened as soon as there is a photo,
 * for Firestore takes longer to open them than the functions take to read a photo; and they stay as long
 * as the entry is shown, so that a new goal or a correction is followed by its playlist.
 *
 * It lives as long as the person is signed in and not only as long as the main page is shown: whoever
 * looks at the history meanwhile finds the journey further on when they come back. Elements that show
 * it attach themselves.
 */
export class JourneyController {
  private readonly shown: ShownJourney;
  private goal: Goal = 'match';
  private prepared: PreparedPhoto | undefined;
  /** A file that was chosen here and is not on its way yet: the name of its entry, and its lock. */
  private chosen: { readonly moodId: string; release?: (() => void) | undefined } | undefined;
  private sending: Sending | undefined;
  /** What is done when the person tries again. */
  private attempt: (() => Promise<void>) | undefined;
  private stopWatching: (() => void) | undefined;
  /** The entry that is listened to, with its playlist. */
  private watched: string | undefined;
  /** Counts the journeys, so that what comes late from one that was left is not taken for news. */
  private generation = 0;

  constructor(private readonly dependencies: JourneyDependencies) {
    this.shown = new ShownJourney(dependencies.tab);
  }

  /** The journey that is shown; nothing before the first. */
  get current(): Journey | undefined {
    return this.shown.current;
  }

  /** Whether what was to be done is still at hand to be tried again. */
  get canRetry(): boolean {
    return this.attempt !== undefined;
  }

  /** Whether a photo is on its way that has not arrived: no second one is taken meanwhile. */
  get isBusy(): boolean {
    return this.current !== undefined && isSending(this.current);
  }

  /** Renders an element anew with all news, until it is detached. */
  attach(host: ReactiveControllerHost): void {
    this.shown.attach(host);
  }

  detach(host: ReactiveControllerHost): void {
    this.shown.detach(host);
  }

  /**
   * Takes a file on its way. Not while {@link isBusy}. The file is kept before anything else is done with
   * it, so that a reload in this very moment does not lose it.
   */
  async start(file: Blob, goal: Goal): Promise<void> {
    const generation = this.leave();
    this.goal = goal;
    const moodId = this.dependencies.newId();
    this.shown.change(AT_START);
    this.chosen = { moodId };
    this.watch(moodId);
    const [release, isKept] = await Promise.all([
      this.dependencies.takeLock(lockOf(moodId)),
      this.dependencies.keeper.keepFile(moodId, file, goal),
    ]);
    if (generation !== this.generation) {
      release?.();
      return;
    }
    this.chosen = { moodId, release };
    this.dependencies.tab.current = isKept ? moodId : undefined;
    const prepared = await this.prepare(file, generation);
    if (prepared) {
      this.hold(prepared, { moodId, ...(prepared.advice && { question: prepared.advice }) });
      if (!prepared.advice) {
        await this.send(prepared);
      }
    }
  }

  /** Takes a photo that the person has looked at already, such as one of the camera. */
  async take(photo: PreparedPhoto, goal: Goal): Promise<void> {
    this.leave();
    this.goal = goal;
    this.hold(photo);
    await this.send(photo);
  }

  /** Takes a mood that the person picked by hand, without a photo. */
  async pick(emotion: Emotion, goal: Goal): Promise<void> {
    const generation = this.leave();
    const moodId = this.dependencies.newId();
    const mood: Mood = { id: moodId, status: 'ready', source: 'manual', emotion, goal };
    const write = async () => {
      this.unwatch();
      this.shown.put({ moodId, mood, uploadEnded: true, slow: false });
      this.dependencies.tab.current = moodId;
      this.watch(moodId);
      await this.dependencies.pick(moodId, emotion, goal).catch((error: unknown) => {
        this.stop(error, generation);
      });
    };
    this.attempt = write;
    await write();
  }

  /** Answers the journey's question: the photo is to be sent as it is. */
  async proceed(): Promise<void> {
    if (this.current?.question && this.prepared) {
      this.shown.change({ question: undefined });
      await this.send(this.prepared);
    }
  }

  /** Gives the photo up, also in the middle of its upload. */
  async discard(): Promise<void> {
    const { moodId, uploadEnded } = this.current ?? AT_START;
    this.leave();
    this.shown.publish();
    if (moodId !== undefined && !uploadEnded) {
      await this.dependencies.keeper.forget(moodId);
    }
  }

  /** Tries again what did not work. */
  async retry(): Promise<void> {
    await this.attempt?.();
  }

  /** Shows an entry of the past. */
  show(mood: Mood): void {
    this.leave();
    this.shown.put({ moodId: mood.id, mood, past: true, uploadEnded: true, slow: false });
    this.watch(mood.id);
  }

  /**
   * Takes up what a reload or a crash has interrupted. In the same tab the photo is sent again at
   * once, what is being read is watched again, and a result that was shown is there again. A photo that
   * another visit left behind is shown, and the person is asked.
   *
   * @param maySend whether the person agrees to photos being sent; else they are asked in any case
   */
  async resume(maySend: boolean): Promise<void> {
    const { generation } = this;
    const { current, finished } = this.dependencies.tab;
    const kept = await findUnsent(this.dependencies);
    if (generation !== this.generation || this.current) {
      return;
    }
    if (kept) {
      await this.takeUp(kept, maySend && kept.moodId === current);
    } else if (current !== undefined) {
      this.shown.change({ moodId: current, uploadEnded: true });
      this.watch(current);
    } else if (finished !== undefined) {
      this.showAgain(finished);
    }
  }

  /** Reports that something the person asked for did not work, such as another goal. */
  fail(error: unknown): void {
    this.stop(error, this.generation);
  }

  /** Ends for good, as when the person signs out. What is kept is for whoever calls to forget. */
  close(): void {
    this.chosen?.release?.();
    this.chosen = undefined;
    this.leave();
    this.shown.close();
  }

  /** Goes on with a photo that was kept, at once or when the person says so. */
  private async takeUp(kept: KeptPhoto, isAtOnce: boolean): Promise<void> {
    const { generation } = this;
    const { moodId, goal, file } = kept;
    this.goal = goal;
    let { photo } = kept;
    if (!photo && file) {
      if (isAtOnce) {
        this.chosen = { moodId };
        this.shown.change(AT_START);
      }
      photo = await this.prepare(file, generation, moodId);
    }
    if (!photo) {
      return;
    }
    const question = isAtOnce ? file && photo.advice : 'unsent';
    this.hold(photo, { moodId, resumed: true, ...(question && { question }) });
    if (question) {
      this.watchUnsent(moodId);
    } else {
      await this.send(photo);
    }
  }

  /** Returns nothing if the file is refused, which is said, or if the journey was left meanwhile. */
  private async prepare(
    file: Blob,
    generation: number,
    moodId = this.chosen?.moodId,
  ): Promise<PreparedPhoto | undefined> {
    try {
      const prepared = await this.dependencies.prepare(file);
      return generation === this.generation ? prepared : undefined;
    } catch (error) {
      // Of a file that another visit left behind nobody waits to hear.
      if (generation === this.generation && this.current) {
        this.dependencies.tab.current = undefined;
        this.unwatch();
        this.stop(error, generation);
      }
      if (moodId !== undefined) {
        await this.dependencies.keeper.forget(moodId);
      }
      return undefined;
    }
  }

  /** Has a photo at hand and shows it. */
  private hold(photo: PreparedPhoto, news: Partial<Journey> = {}): void {
    this.prepared = photo;
    const { blob, size } = photo;
    const shown = size && { photo: { url: URL.createObjectURL(blob), ...size } };
    this.shown.change({ ...shown, ...news });
  }

  private async send(photo: PreparedPhoto): Promise<void> {
    const { generation } = this;
    const moodId = this.current?.moodId ?? this.dependencies.newId();
    this.attempt = () => this.sendAgain(photo);
    this.shown.change({ moodId, uploaded: 0 });
    this.dependencies.tab.current = moodId;
    this.watch(moodId);
    const { release } = this.chosen ?? {};
    this.chosen = undefined;
    this.sending = new Sending(
      this.dependencies,
      moodId,
      photo,
      this.goal,
      ({ waiting, uploaded }) => {
        if (generation === this.generation) {
          this.shown.change({
            ...(waiting !== undefined && { waiting }),
            ...(uploaded !== undefined && { uploaded }),
          });
        }
      },
    );
    try {
      if ((await this.sending.run()) && generation === this.generation) {
        performance.mark('upload-ended', { detail: moodId });
        this.shown.change({ uploadEnded: true });
      }
    } catch (error) {
      this.stop(error, generation);
    } finally {
      release?.();
    }
  }

  /** What has not arrived is sent as the same entry; what has, but brought nothing, as a new one. */
  private async sendAgain(photo: PreparedPhoto): Promise<void> {
    const { moodId, photo: shown, uploadEnded } = this.current ?? AT_START;
    this.unwatch();
    this.removeUnread();
    this.generation += 1;
    this.shown.put({
      ...AT_START,
      ...(shown && { photo: shown }),
      ...(moodId !== undefined && !uploadEnded && { moodId }),
    });
    await this.send(photo);
  }

  /** Listens to an entry, unless that is done already. */
  private watch(moodId: string): void {
    if (this.watched === moodId) {
      return;
    }
    this.unwatch();
    this.watched = moodId;
    const { generation } = this;
    this.stopWatching = watchEntry(
      this.dependencies,
      moodId,
      (news) => {
        if (generation === this.generation) {
          this.shown.change(news);
        }
      },
      (error) => {
        this.stop(error, generation);
      },
    );
  }

  /** Shows an entry of which only the name is known, unless it is gone or something else is shown by then. */
  private showAgain(moodId: string): void {
    const { generation } = this;
    this.stopWatching = this.dependencies.watchMood(
      moodId,
      (mood) => {
        if (mood && generation === this.generation && !this.current) {
          this.show(mood);
        }
      },
      // Nobody asked for it just now.
      (error) => {
        console.warn('The entry that was shown before cannot be read', error);
      },
    );
  }

  /** A photo that turns out to have arrived, while the person is asked about it, needs no answer. */
  private watchUnsent(moodId: string): void {
    const { generation } = this;
    this.stopWatching = this.dependencies.watchMood(
      moodId,
      (mood) => {
        if (mood && generation === this.generation && this.current?.question) {
          this.unwatch();
          this.shown.change({ question: undefined, uploadEnded: true, mood });
          this.watch(moodId);
          void this.dependencies.keeper.forget(moodId);
        }
      },
      // The question stands; whatever is wrong shows when the photo is sent.
      () => undefined,
    );
  }

  private stop(error: unknown, generation: number): void {
    if (generation === this.generation) {
      const trouble = error instanceof PhotoRefusedError ? error.key : troubleMessage(error);
      this.shown.change({ trouble });
    }
  }

  private leave(): number {
    this.unwatch();
    this.removeUnread();
    this.forgetChosen();
    this.shown.clear();
    this.prepared = undefined;
    this.attempt = undefined;
    this.generation += 1;
    return this.generation;
  }

  /** A photo that was not sent, as when a mood is picked instead, is not asked about at the next visit. */
  private forgetChosen(): void {
    if (this.chosen) {
      const { moodId, release } = this.chosen;
      this.chosen = undefined;
      release?.();
      void this.dependencies.keeper.forget(moodId);
    }
  }

  /** An entry of this visit that nothing was read from, and that the person did not keep, is none. */
  private removeUnread(): void {
    const { mood, past } = this.current ?? AT_START;
    if (mood && !past && !isInHistory(mood)) {
      this.dependencies.remove(mood.id).catch((error: unknown) => {
        // In the end it goes by itself.
        console.warn('An entry could not be removed', error);
      });
    }
  }

  private unwatch(): void {
    this.sending?.cancel();
    this.sending = undefined;
    this.stopWatching?.();
    this.stopWatching = undefined;
    this.watched = undefined;
  }
}
