import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Person } from '../account/account';
import type { Project } from '../firebase/project';
import { openStores, type Stores } from '../firebase/stores';
import type { Opinion } from '../feedback/feedback';
import { FeedbackStore } from '../feedback/feedback-store';
import '../history/recent-moods';
import type { Journey } from '../journey/journey';
import { isUnderWay, stepOf } from '../journey/journey';
import { JourneyController } from '../journey/journey-controller';
import '../journey/journey-status';
import { text } from '../messages/messages';
import type { Emotion } from '../mood/emotion';
import { emotionFace } from '../mood/emotion-face';
import type { Goal } from '../mood/goal';
import '../mood/goal-picker';
import { expressionOf, hasExpression, type Mood } from '../mood/mood';
import '../mood/mood-result';
import { MoodStore } from '../mood/mood-store';
import '../photo/photo-picker';
import '../photo/photo-preview';
import { PhotoStore } from '../photo/photo-store';
import { preparePhoto } from '../photo/prepare-photo';
import '../player/player-bar';
import { PlayerController } from '../player/player-controller';
import { answers, type Playlist } from '../playlist/playlist';
import { PlaylistStore } from '../playlist/playlist-store';
import '../playlist/playlist-view';
import { LightElement } from '../shared/light-element';
import './moodify-home.css';

const NEWEST = 10;

/** The main page of someone who is signed in: a photo in, an expression and music out. */
@customElement('moodify-home')
export class MoodifyHome extends LightElement {
  @property({ attribute: false }) project!: Project;
  @property({ attribute: false }) person!: Person;

  @state() private goal: Goal = 'match';
  @state() private moods: readonly Mood[] | undefined;
  @state() private historyFailed = false;

  private moodStore!: MoodStore;
  private journeys!: JourneyController;
  private music!: PlayerController;
  private closeHistory: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.open(openStores(this.project), this.person.uid);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.closeHistory?.();
  }

  protected override firstUpdated(): void {
    this.querySelector<HTMLElement>('h1')?.focus();
  }

  protected override render() {
    const { current } = this.journeys;
    return html`
      <div
        class="home"
        ?data-idle=${!current}
        @photo=${this.takePhoto}
        @goal=${this.setGoal}
        @retry=${() => this.journeys.retry()}
        @correction=${this.correct}
        @entry=${this.showEntry}
        @play=${this.playTrack}
        @opinion=${this.say}
      >
        <div class="home-photo">
          <h1 tabindex="-1">${text('home.headline')}</h1>
          ${current ? nothing : html`<p class="lead soft">${text('home.introduction')}</p>`}
          <div class="card stage">
            ${this.picture(current)}
            <journey-status
              .journey=${current}
              ?can-retry=${this.journeys.canRetry}
            ></journey-status>
            <photo-picker ?compact=${current !== undefined}></photo-picker>
            <goal-picker .goal=${this.shownGoal(current)}></goal-picker>
          </div>
          ${current ? nothing : html`<p class="privacy soft">${text('photo.privacy')}</p>`}
        </div>
        ${this.result(current)}
        <recent-moods
          .moods=${this.moods}
          ?failed=${this.historyFailed}
          .shownId=${current?.moodId}
        ></recent-moods>
        <player-bar .player=${this.music.player} .opinion=${this.music.opinion}></player-bar>
      </div>
    `;
  }

  private picture(journey: Journey | undefined) {
    if (journey?.photo) {
      return html`<photo-preview
        .photo=${journey.photo}
        .box=${journey.mood?.box}
        ?working=${isUnderWay(journey) && stepOf(journey) !== 'choosing'}
      ></photo-preview>`;
    }
    return journey?.mood
      ? html`<div class="picture-gone">${emotionFace(expressionOf(journey.mood))}</div>`
      : nothing;
  }

  protected override updated(): void {
    const { current } = this.journeys;
    const playlist = playlistOf(current);
    if (playlist && current?.moodId !== undefined) {
      this.music.offer(playlist, current.moodId);
    }
  }

  private result(journey: Journey | undefined) {
    const { mood } = journey ?? {};
    if (!mood || mood.status === 'analyzing' || mood.status === 'failed') {
      return nothing;
    }
    return html`
      <div class="home-result">
        <mood-result .mood=${mood}></mood-result>
        ${
          hasExpression(mood)
            ? html`<playlist-view
                .goal=${mood.goal ?? 'match'}
                .playlist=${playlistOf(journey)}
                mood-id=${mood.id}
                .playingId=${this.music.state.status === 'idle' ? undefined : this.music.state.track?.id}
              ></playlist-view>`
            : nothing
        }
      </div>
    `;
  }

  private shownGoal(journey: Journey | undefined): Goal {
    return journey?.mood && hasExpression(journey.mood)
      ? (journey.mood.goal ?? 'match')
      : this.goal;
  }

  private open({ firestore, storage }: Stores, uid: string): void {
    const moods = new MoodStore(firestore, uid);
    const playlists = new PlaylistStore(firestore, uid);
    const photos = new PhotoStore(storage, uid);
    this.moodStore = moods;
    this.music = new PlayerController(this, new FeedbackStore(firestore, uid), (error) => {
      this.journeys.fail(error);
    });
    this.journeys = new JourneyController(this, {
      prepare: preparePhoto,
      newId: () => moods.newId(),
      upload: photos.upload.bind(photos),
      watchMood: moods.watch.bind(moods),
      watchPlaylist: playlists.watch.bind(playlists),
    });
    this.closeHistory = moods.watchNewest(
      NEWEST,
      (newest) => {
        this.moods = newest;
        this.historyFailed = false;
      },
      () => {
        this.historyFailed = true;
      },
    );
  }

  private async takePhoto({ detail: file }: CustomEvent<File>) {
    this.goal = this.shownGoal(this.journeys.current);
    await this.journeys.start(file, this.goal);
  }

  private async setGoal({ detail: goal }: CustomEvent<Goal>) {
    this.goal = goal;
    const mood = this.journeys.current?.mood;
    if (mood && hasExpression(mood)) {
      await this.change(this.moodStore.setGoal(mood.id, goal));
    }
  }

  private async correct({ detail: emotion }: CustomEvent<Emotion>) {
    const mood = this.journeys.current?.mood;
    if (mood) {
      await this.change(this.moodStore.setCorrection(mood.id, emotion));
    }
  }

  private async playTrack({ detail: index }: CustomEvent<number>) {
    const { current } = this.journeys;
    const playlist = playlistOf(current);
    if (playlist && current?.moodId !== undefined) {
      await this.music.play(playlist, current.moodId, index);
    }
  }

  private async say({ detail: opinion }: CustomEvent<Opinion>) {
    await this.music.say(opinion);
  }

  private async change(written: Promise<void>) {
    try {
      await written;
    } catch (error) {
      this.journeys.fail(error);
    }
  }

  private showEntry({ detail: mood }: CustomEvent<Mood>) {
    this.journeys.show(mood);
    this.querySelector<HTMLElement>('h1')?.focus();
  }
}

/** The playlist of a journey, if it answers what the entry asks for now. */
function playlistOf(journey: Journey | undefined): Playlist | undefined {
  const { mood, playlist } = journey ?? {};
  return mood && playlist && answers(playlist, mood) ? playlist : undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    'moodify-home': MoodifyHome;
  }
}
