import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { opinionOf, type Feedback, type Occasion, type Opinion } from '../../feedback/feedback';
import type { FeedbackStore } from '../../feedback/feedback-store';
import { text } from '../../messages/messages';
import type { Playlist } from '../../playlist/playlist';
import { coverPicture } from '../../playlist/track-cover';
import { announce } from '../../shared/announcer';
import { Publisher } from '../../shared/publisher';
import { connectMediaKeys } from './media-keys';
import { Player } from './player';
import type { PlayerState } from './player-state';
import { readPlayerSettings, writePlayerSettings } from './player-settings';
import { TrackAudio, type Composer } from './track-audio';

/** The composer is only fetched when a piece of Moodify's own is wanted. */
const loadComposer = async (): Promise<Composer> => {
  const { Original } = await import('../../composer');
  return (recipe, onProgress) => new Original(recipe, onProgress);
};

/** Only one tab of a browser is heard at a time. */
const CHANNEL = 'moodify.player';

/** Lets a person play playlists, and writes what they think of the tracks. */
export class PlayerController implements ReactiveController {
  readonly player: Player;

  private feedback: ReadonlyMap<string, Feedback> = new Map();
  private watchedIds = '';
  private cover: string | undefined;
  private readonly closers: (() => void)[] = [];
  private readonly opinions = new Publisher<Opinion | undefined>();
  private unwatchFeedback: (() => void) | undefined;

  /** @param onError called when something the person said could not be written */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly store: FeedbackStore,
    private readonly onError: (error: unknown) => void,
  ) {
    this.player = new Player(
      new Audio(),
      new TrackAudio(loadComposer),
      (track, heard, occasion) => {
        // Nobody asked for this to be written, so nobody is troubled if it is not.
        store.hear(track, heard, occasion).catch((error: unknown) => {
          console.warn('What was heard could not be written', error);
        });
      },
    );
    this.keepSettings();
    this.closers.push(
      this.watchTrack(),
      connectMediaKeys(this.player, async (track) => this.coverOf(await coverPicture(track))),
      this.yieldToOtherTabs(),
    );
    host.addController(this);
  }

  /** The player as it is now. */
  get state(): PlayerState {
    return this.player.state;
  }

  /** What the person has said of the track that the player shows. */
  get opinion(): Opinion | undefined {
    const { track } = this.state;
    return track && opinionOf(this.feedback.get(track.id));
  }

  /** Calls back with what the person has said of the track, at once and whenever either changes. */
  watchOpinion(watcher: (opinion: Opinion | undefined) => void): () => void {
    watcher(this.opinion);
    return this.opinions.subscribe(watcher);
  }

  /** Puts a playlist up to be played. */
  offer(playlist: Playlist, moodId: string): void {
    this.player.offer(queueOf(playlist, moodId));
    this.watchFeedback(playlist);
  }

  /** Plays a playlist from one of its tracks on. */
  async play(playlist: Playlist, moodId: string, index: number): Promise<void> {
    const started = this.player.play(queueOf(playlist, moodId), index);
    this.watchFeedback(playlist);
    await started;
  }

  /** Writes what the person says of the track that the player shows, or takes it back. */
  async say(opinion: Opinion): Promise<void> {
    const { track, occasion } = this.state;
    if (!track || !occasion) {
      return;
    }
    announce(text(`player.opinion.${this.opinion === opinion ? 'none' : opinion}`));
    try {
      await this.store.toggle(track, opinion, occasion);
    } catch (error) {
      this.onError(error);
    }
  }

  hostDisconnected(): void {
    this.unwatchFeedback?.();
    this.closers.forEach((close) => {
      close();
    });
    this.player.close();
    this.opinions.close();
    this.coverOf(undefined);
  }

  private watchTrack(): () => void {
    let shownId: string | undefined;
    return this.player.watch(({ track }) => {
      if (track?.id !== shownId) {
        shownId = track?.id;
        this.publishOpinion();
      }
    });
  }

  /** Also of the track that still plays from another playlist. */
  private watchFeedback({ tracks }: Playlist): void {
    const { track } = this.state;
    const ids = [...new Set([...(track ? [track] : []), ...tracks].map(({ id }) => id))];
    if (ids.join() === this.watchedIds) {
      return;
    }
    this.watchedIds = ids.join();
    this.unwatchFeedback?.();
    this.unwatchFeedback = this.store.watch(
      ids,
      (feedback) => {
        this.feedback = feedback;
        this.publishOpinion();
      },
      this.onError,
    );
  }

  private publishOpinion(): void {
    this.opinions.publish(this.opinion);
    this.host.requestUpdate();
  }

  private keepSettings(): void {
    const { volume, muted } = readPlayerSettings();
    this.player.setVolume(volume);
    this.player.setMuted(muted);
    let before = this.state;
    this.closers.push(
      this.player.watch((now) => {
        if (now.volume !== before.volume || now.muted !== before.muted) {
          writePlayerSettings({ volume: now.volume, muted: now.muted });
        }
        before = now;
      }),
    );
  }

  private yieldToOtherTabs(): () => void {
    const channel = new BroadcastChannel(CHANNEL);
    channel.onmessage = () => {
      this.player.pause();
    };
    let { status } = this.state;
    const unwatch = this.player.watch((now) => {
      if (now.status === 'playing' && status !== 'playing') {
        channel.postMessage('playing');
      }
      ({ status } = now);
    });
    return () => {
      unwatch();
      channel.close();
    };
  }

  /** Returns the address of a picture and lets go of the one before. */
  private coverOf(picture: Blob | undefined): string | undefined {
    if (this.cover) {
      URL.revokeObjectURL(this.cover);
    }
    this.cover = picture && URL.createObjectURL(picture);
    return this.cover;
  }
}

function queueOf({ tracks, emotion, goal }: Playlist, moodId: string) {
  const occasion: Occasion = { moodId, emotion, goal };
  return { tracks, occasion };
}
