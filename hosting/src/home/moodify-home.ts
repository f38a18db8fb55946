import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Session } from '../app/session';
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
import { answers, type Playlist } from '../playlist/playlist';
import { PlaylistStore } from '../playlist/playlist-store';
import '../playlist/playlist-view';
import { LightElement } from '../shared/light-element';
import './moodify-home.css';

const NEWEST = 10;

/** The main page of someone who is signed in: a photo in, an expression and music out. */
@customElement('moodify-home')
export class MoodifyHome extends LightElement {
  @property({ attribute: false }) session!: Session;

  @state() private goal: Goal = 'match';
  @state() private moods: readonly Mood[] | undefined;
  @state() private historyFailed = false;

  private moodStore!: MoodStore;
  private journeys!: JourneyController;
  private shownPlayingId: string | undefined;
  private readonly closers: (() => void)[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    this.open(this.session);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.closers.splice(0).forEach((close) => {
      close();
    });
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
    this.shownPlayingId = this.playingId;
    const { current } = this.journeys;
    const playlist = playlistOf(current);
    if (playlist && current?.moodId !== undefined) {
      this.session.player.offer(playlist, current.moodId);
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
                .playingId=${this.playingId}
              ></playlist-view>`
            : nothing
        }
      </div>
    `;
  }

  private get playingId(): string | undefined {
    const { status, track } = this.session.player.state;
    return status === 'idle' ? undefined : track?.id;
  }

  private shownGoal(journey: Journey | undefined): Goal {
    return journey?.mood && hasExpression(journey.mood)
      ? (journey.mood.goal ?? 'match')
      : this.goal;
  }

  private open({ stores: { firestore, storage }, person: { uid }, player }: Session): void {
    const moods = new MoodStore(firestore, uid);
    const playlists = new PlaylistStore(firestore, uid);
    const photos = new PhotoStore(storage, uid);
    this.moodStore = moods;
    this.journeys = new JourneyController(this, {
      prepare: preparePhoto,
      newId: () => moods.newId(),
      upload: photos.upload.bind(photos),
      watchMood: moods.watch.bind(moods),
      watchPlaylist: playlists.watch.bind(playlists),
    });
    this.closers.push(
      moods.watchNewest(
        NEWEST,
        (newest) => {
          this.moods = newest;
          this.historyFailed = false;
        },
        () => {
          this.historyFailed = true;
        },
      ),
      player.player.watch(() => {
        // The player tells of every quarter of a second.
        if (this.playingId !== this.shownPlayingId) {
          this.requestUpdate();
        }
      }),
    );
  }

  private async takePhoto({ detail: file }: CustomEvent<File>) {
    if (!(await this.session.consent.ensure())) {
      return;
    }
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
      await this.session.player.play(playlist, current.moodId, index);
    }
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
