import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { opinionOf, type Feedback, type Occasion, type Opinion } from '../feedback/feedback';
import type { FeedbackStore } from '../feedback/feedback-store';
import type { Playlist } from '../playlist/playlist';
import { Player, type PlayerState } from './player';
import { TrackAudio, type Composer } from './track-audio';

/** The composer and Tone.js are only fetched when the first piece of Moodify's own is played. */
const loadComposer = async (): Promise<Composer> => {
  const { composeOriginal } = await import('../composer');
  return composeOriginal;
};

/** Lets a person play playlists, and writes what they think of the tracks. */
export class PlayerController implements ReactiveController {
  readonly player: Player;

  private feedback: ReadonlyMap<string, Feedback> = new Map();
  private watchedIds = '';
  private readonly closers: (() => void)[] = [];
  private unwatchFeedback: (() => void) | undefined;

  /** @param onError told when something the person said could not be written */
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
    let shownId: string | undefined;
    this.closers.push(
      this.player.watch(({ track }) => {
        if (track?.id !== shownId) {
          shownId = track?.id;
          host.requestUpdate();
        }
      }),
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

  /** Puts a playlist up to be played. */
  offer(playlist: Playlist, moodId: string): void {
    this.player.offer(queueOf(playlist, moodId));
    this.watchFeedback(playlist);
  }

  /** Plays a playlist from one of its tracks on. */
  async play(playlist: Playlist, moodId: string, index: number): Promise<void> {
    await this.player.play(queueOf(playlist, moodId), index);
    this.watchFeedback(playlist);
  }

  /** Writes what the person says of the track that the player shows, or takes it back. */
  async say(opinion: Opinion): Promise<void> {
    const { track, occasion } = this.state;
    if (!track || !occasion) {
      return;
    }
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
        this.host.requestUpdate();
      },
      this.onError,
    );
  }
}

function queueOf({ tracks, emotion, goal }: Playlist, moodId: string) {
  const occasion: Occasion = { moodId, emotion, goal };
  return { tracks, occasion };
}
