import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { opinionOf, type Occasion, type Opinion } from '../../feedback/feedback';
import type { FeedbackStore } from '../../feedback/feedback-store';
import { text } from '../../messages/messages';
import type { ListPlayer, TrackListing } from '../../playlist/list-player';
import type { Track } from '../../playlist/track';
import { coverPicture } from '../../playlist/track-cover';
import { announce } from '../../shared/announcer';
import { loadComposer } from '../../shared/load-composer';
import { Publisher } from '../../shared/publisher';
import { FollowedLists } from './followed-lists';
import { GaplessAudio } from './gapless-audio';
import { connectMediaKeys } from './media-keys';
import { Player } from './player';
import type { PlayerState } from './player-state';
import { QueueMemory } from './queue-memory';
import { readPlayerSettings, writePlayerSettings } from './player-settings';
import { TrackAudio, type Composer } from './track-audio';

/** The composer is only fetched when a piece of Moodify's own is wanted. */
const loadOriginals = async (): Promise<Composer> => {
  const { Original } = await loadComposer();
  return (recipe, onProgress) => new Original(recipe, onProgress);
};

/** Only one tab of a browser is heard at a time. */
const CHANNEL = 'moodify.player';

/** Lets a person play playlists, and writes what they think of the tracks. */
export class PlayerController implements ReactiveController, ListPlayer {
  readonly player: Player;

  private readonly lists: FollowedLists;
  private cover: string | undefined;
  private readonly closers: (() => void)[] = [];
  private readonly opinions = new Publisher<Opinion | undefined>();
  private readonly changes = new Publisher<undefined>();

  /**
   * @param uid whose player it is
   * @param onError called when something the person said could not be written
   */
  constructor(
    host: ReactiveControllerHost,
    private readonly store: FeedbackStore,
    uid: string,
    private readonly onError: (error: unknown) => void,
  ) {
    this.player = new Player(
      new GaplessAudio(),
      new TrackAudio(loadOriginals),
      (track, heard, occasion) => {
        // Nobody asked for this to be written, so nobody is troubled if it is not.
        store.hear(track, heard, occasion).catch((error: unknown) => {
          console.warn('What was heard could not be written', error);
        });
      },
    );
    this.lists = new FollowedLists(
      store,
      () => {
        this.publishOpinion();
      },
      onError,
    );
    this.keepSettings();
    const memory = new QueueMemory(this.player, uid);
    this.closers.push(
      () => {
        memory.close();
      },
      () => {
        this.lists.close();
      },
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
    return track && this.opinionOn(track);
  }

  /** Calls back with what the person has said of the track, at once and whenever either changes. */
  watchOpinion(watcher: (opinion: Opinion | undefined) => void): () => void {
    watcher(this.opinion);
    return this.opinions.subscribe(watcher);
  }

  get isSounding(): boolean {
    const { status } = this.state;
    return status === 'playing' || status === 'preparing';
  }

  isLiked(track: Track): boolean {
    return this.opinionOn(track) === 'like';
  }

  onChange(callback: () => void): () => void {
    return this.changes.subscribe(callback);
  }

  /** Learns what the person thinks of the tracks of a list that is shown. */
  follow({ tracks }: TrackListing): void {
    this.lists.follow(tracks.map(({ id }) => id));
  }

  /**
   * Puts a playlist up to be played, see {@link Player.offer}.
   *
   * @param isNewer whether the person wished for it just now, and is not looking at the past
   */
  offer(playlist: TrackListing, moodId: string, isNewer = true): void {
    this.player.offer(queueOf(playlist, moodId), isNewer);
    this.follow(playlist);
  }

  /** Whether one of a list's tracks is the one that the player is at, in that list's name. */
  isAt(playlist: TrackListing, moodId: string, track: Track): boolean {
    const { occasion, status } = this.state;
    return (
      status !== 'idle' &&
      this.state.track?.id === track.id &&
      occasion?.moodId === moodId &&
      occasion.goal === playlist.goal
    );
  }

  /** Plays a playlist from one of its tracks on; the track that plays already is paused, or goes on. */
  async play(playlist: TrackListing, moodId: string, index = 0): Promise<void> {
    const track = playlist.tracks[index];
    const started =
      track && this.isAt(playlist, moodId, track)
        ? this.player.toggle()
        : this.player.play(queueOf(playlist, moodId), index);
    this.follow(playlist);
    await started;
  }

  /** Plays a track after the one that plays, or after all others. */
  add(track: Track, { emotion, goal }: TrackListing, moodId: string, place: 'next' | 'last'): void {
    this.player.add(track, { moodId, emotion, goal }, place);
    announce(text(`player.added.${place}`, { title: track.title }));
  }

  /**
   * Writes what the person says of the track that the player shows, or takes it back. What they
   * dislike is taken off at once.
   */
  async say(opinion: Opinion): Promise<void> {
    const { track, occasion } = this.state;
    if (!track || !occasion) {
      return;
    }
    const isTakenBack = this.opinion === opinion;
    announce(text(`player.opinion.${isTakenBack ? 'none' : opinion}`));
    await Promise.all([
      this.write(track, opinion, occasion),
      opinion === 'dislike' && !isTakenBack ? this.player.takeOff() : undefined,
    ]);
  }

  /** Writes that the person likes a track of a list, or takes it back. */
  async like(track: Track, { emotion, goal }: TrackListing, moodId: string): Promise<void> {
    announce(text(`player.opinion.${this.isLiked(track) ? 'none' : 'like'}`));
    await this.write(track, 'like', { moodId, emotion, goal });
  }

  /** Takes back what the player did last, and with it the dislike that it did it for. */
  async undo(): Promise<void> {
    const { undoable } = this.state;
    const isUndone = this.player.undo();
    if (undoable?.action === 'disliked') {
      await this.write(undoable.track, 'dislike', undoable.occasion);
    }
    await isUndone;
  }

  hostDisconnected(): void {
    this.closers.forEach((close) => {
      close();
    });
    this.player.close();
    this.opinions.close();
    this.changes.close();
    this.coverOf(undefined);
  }

  /** The player publishes every quarter of a second; lists only look at what this compares. */
  private watchTrack(): () => void {
    let shown = this.state;
    return this.player.watch((now) => {
      const { track, status, occasion } = shown;
      shown = now;
      if (now.track?.id !== track?.id) {
        this.publishOpinion();
      } else if (now.status !== status || now.occasion !== occasion) {
        this.changes.publish(undefined);
      }
    });
  }

  private opinionOn(track: Track): Opinion | undefined {
    return opinionOf(this.store.get(track.id));
  }

  private async write(track: Track, opinion: Opinion, occasion: Occasion): Promise<void> {
    try {
      await this.store.toggle(track, opinion, occasion);
    } catch (error) {
      this.onError(error);
    }
  }

  private publishOpinion(): void {
    this.opinions.publish(this.opinion);
    this.changes.publish(undefined);
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

function queueOf({ tracks, emotion, goal }: TrackListing, moodId: string) {
  const occasion: Occasion = { moodId, emotion, goal };
  return { tracks, occasion };
}
