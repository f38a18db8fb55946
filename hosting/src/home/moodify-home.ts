import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../history/recent-moods';
import { isInFlight } from '../journey/journey';
import type { JourneyController } from '../journey/journey-controller';
import { text, type MessageKey } from '../messages/messages';
import type { Emotion } from '../mood/emotion';
import type { Goal } from '../mood/goal';
import '../mood/manual-mood';
import { hasExpression, type Mood } from '../mood/mood';
import { MoodStore } from '../mood/mood-store';
import type { Session } from '../session/session';
import { keepFocus } from '../shared/keep-focus';
import { LightDomElement } from '../shared/light-dom-element';
import { nextPaint } from '../shared/next-paint';
import './moodify-home.css';
import { hasResult, homeResult, playlistOf } from './home-result';
import { homeStage } from './home-stage';
import { PhotoIntake } from './photo-intake';
import { journeysOf } from './session-journeys';

const NEWEST = 10;

/** The main page of someone who is signed in: a photo in, an expression and music out. */
@customElement('moodify-home')
export class MoodifyHome extends LightDomElement {
  @property({ attribute: false }) session!: Session;

  /** What was chosen here, before the profile has it. */
  @state() private chosenGoal: Goal | undefined;
  @state() private moods: readonly Mood[] | undefined;
  @state() private historyFailed = false;

  private moodStore!: MoodStore;
  private journeys!: JourneyController;
  private intake!: PhotoIntake;
  private shownPlayingId: string | undefined;
  private unwatchNewest: (() => void) | undefined;
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
    const { intake } = this;
    const { current } = this.journeys;
    return html`
      <div
        class="home"
        ?data-idle=${!current}
        ?data-wide=${current && (isInFlight(current) || hasResult(current))}
        @photo=${intake.takeFile}
        @camera=${intake.openCamera}
        @taken=${intake.takePhoto}
        @instead=${intake.chooseInstead}
        @closed=${intake.closeCamera}
        @pick=${this.pickMood}
        @goal=${this.setGoal}
        @proceed=${intake.proceed}
        @discard=${intake.discard}
        @retry=${() => this.journeys.retry()}
        @keep=${this.keepEntry}
        @correction=${this.correct}
        @entry=${this.showEntry}
        @play=${this.playTrack}
      >
        <div class="home-photo">
          <h1 tabindex="-1">${text('home.headline')}</h1>
          ${current ? nothing : html`<p class="lead soft">${text('home.introduction')}</p>`}
          <div class="card stage">
            ${homeStage({
              journey: current,
              canRetry: this.journeys.canRetry,
              note: intake.note,
              goal: this.goal,
            })}
          </div>
          ${current ? nothing : html`<p class="privacy soft">${text(this.privacy)}</p>`}
        </div>
        ${homeResult(current, {
          session: this.session,
          goal: this.goal,
          playingId: this.playingId,
        })}
        <div class="home-more">
          ${
            current?.mood && hasExpression(current.mood)
              ? html`<manual-mood></manual-mood>`
              : nothing
          }
          <recent-moods
            .moods=${this.moods}
            ?failed=${this.historyFailed}
            .shownId=${current?.moodId}
          ></recent-moods>
        </div>
        ${intake.isCameraOpen ? html`<camera-dialog></camera-dialog>` : nothing}
      </div>
    `;
  }

  protected override willUpdate(): void {
    void keepFocus(this, 'h1');
  }

  protected override updated(): void {
    this.followNewest();
    this.shownPlayingId = this.playingId;
    const { current } = this.journeys;
    const playlist = playlistOf(current);
    if (playlist && current?.moodId !== undefined) {
      this.session.player.offer(playlist, current.moodId);
    }
  }

  private get playingId(): string | undefined {
    const { status, track } = this.session.player.state;
    return status === 'idle' ? undefined : track?.id;
  }

  /** What was chosen last, here or on another device. */
  private get goal(): Goal {
    return this.chosenGoal ?? this.session.profile.current?.defaultGoal ?? 'match';
  }

  private get privacy(): MessageKey {
    return this.session.profile.current?.keepPhotos ? 'photo.privacy.kept' : 'photo.privacy';
  }

  private open(session: Session): void {
    const { stores, person, player, profile } = session;
    this.moodStore = new MoodStore(stores.firestore, person.uid);
    this.journeys = journeysOf(session);
    this.intake = new PhotoIntake(this, session, this.journeys, () => this.goal);
    this.journeys.attach(this);
    this.closers.push(
      () => {
        this.journeys.detach(this);
      },
      () => {
        this.restNewest();
      },
      profile.watch(() => {
        this.requestUpdate();
      }),
      player.player.watch(() => {
        // The player publishes every quarter of a second.
        if (this.playingId !== this.shownPlayingId) {
          this.requestUpdate();
        }
      }),
    );
    this.followNewest();
  }

  /**
   * Listens to the newest entries, but, once they are shown, not while one makes its way: with each
   * step of that one, all of them would be kept in this browser once more before it is shown.
   */
  private followNewest(): void {
    const { current } = this.journeys;
    const moves = current && isInFlight(current) && !current.slow && !current.waiting;
    if (this.moods && moves) {
      this.restNewest();
      return;
    }
    this.unwatchNewest ??= this.moodStore.watchNewest(
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

  private restNewest(): void {
    this.unwatchNewest?.();
    this.unwatchNewest = undefined;
  }

  private async pickMood({ detail: emotion }: CustomEvent<Emotion>) {
    this.intake.forgetNote();
    await this.journeys.pick(emotion, this.goal);
  }

  private async setGoal({ detail: goal }: CustomEvent<Goal>) {
    this.chosenGoal = goal;
    const mood = this.journeys.current?.mood;
    await this.change(
      Promise.all([
        this.session.profile.save({ defaultGoal: goal }),
        mood && hasExpression(mood)
          ? nextPaint().then(() => this.moodStore.setGoal(mood.id, goal))
          : undefined,
      ]),
    );
  }

  private async correct({ detail: emotion }: CustomEvent<Emotion>) {
    const mood = this.journeys.current?.mood;
    if (mood) {
      await this.change(this.moodStore.setCorrection(mood.id, emotion));
    }
  }

  private async keepEntry() {
    const mood = this.journeys.current?.mood;
    if (mood) {
      await this.change(this.moodStore.keep(mood.id));
    }
  }

  private async playTrack({ detail: index }: CustomEvent<number>) {
    const { current } = this.journeys;
    const playlist = playlistOf(current);
    if (playlist && current?.moodId !== undefined) {
      await this.session.player.play(playlist, current.moodId, index);
    }
  }

  private async change(written: Promise<unknown>) {
    try {
      await written;
    } catch (error) {
      this.journeys.fail(error);
    }
  }

  private showEntry({ detail: mood }: CustomEvent<Mood>) {
    this.intake.forgetNote();
    this.journeys.show(mood);
    this.querySelector<HTMLElement>('h1')?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'moodify-home': MoodifyHome;
  }
}
