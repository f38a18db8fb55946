import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../history/recent-moods';
import { AT_START, isInFlight, type Journey } from '../journey/journey';
import type { JourneyController } from '../journey/journey-controller';
import { text, type MessageKey } from '../messages/messages';
import type { Emotion } from '../mood/emotion';
import type { Goal } from '../mood/goal';
import '../mood/manual-mood';
import { hasExpression, type Mood } from '../mood/mood';
import { MoodStore } from '../mood/mood-store';
import type { FirstWish } from '../session/first-wish';
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

/** What the player and the pages' links take of the window's foot at most, in pixels. */
const BARS_HEIGHT = 140;
/** Whoever has scrolled so far looks at something else, in pixels. */
const SCROLLED_FROM = 200;

/** The main page of someone who is signed in: a photo in, an expression and music out. */
@customElement('moodify-home')
export class MoodifyHome extends LightDomElement {
  @property({ attribute: false }) session!: Session;

  /** What was chosen here for the next entry. */
  @state() private chosenGoal: Goal | undefined;
  @state() private moods: readonly Mood[] | undefined;
  @state() private historyFailed = false;

  private moodStore!: MoodStore;
  private journeys!: JourneyController;
  private intake!: PhotoIntake;
  /** The entry whose goal or expression was changed here last: its music is a newer wish. */
  private changedId: string | undefined;
  /** The entry whose music was brought into sight last. */
  private shownMusicOf: string | undefined;
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
    const current = this.journeys.current ?? (intake.isFileExpected ? AT_START : undefined);
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
        @default-goal=${this.setDefaultGoal}
        @proceed=${intake.proceed}
        @discard=${intake.discard}
        @retry=${() => this.journeys.retry()}
        @keep=${this.keepEntry}
        @correction=${this.correct}
        @entry=${this.showEntry}
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
              defaultGoal: this.defaultGoal,
            })}
          </div>
          ${current ? nothing : html`<p class="privacy soft">${text(this.privacy)}</p>`}
        </div>
        ${homeResult(current, {
          session: this.session,
          goal: this.goal,
          defaultGoal: this.defaultGoal,
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
    const { current } = this.journeys;
    void this.showMusic(current);
    const playlist = playlistOf(current);
    if (playlist && current?.moodId !== undefined) {
      const isNewer = !current.past || current.moodId === this.changedId;
      this.session.player.offer(playlist, current.moodId, isNewer);
    }
  }

  /**
   * Brings the first tracks into sight when they come, where the photo and the expression leave no room
   * for them; not for those who have scrolled by themselves, and once for an entry.
   */
  private async showMusic(current: Journey | undefined): Promise<void> {
    const { moodId, past } = current ?? {};
    if (moodId === undefined || past || moodId === this.shownMusicOf || !playlistOf(current)) {
      return;
    }
    this.shownMusicOf = moodId;
    await this.querySelector('playlist-view')?.updateComplete;
    const first = this.querySelector('track-list .track');
    const isHidden = first && first.getBoundingClientRect().bottom > innerHeight - BARS_HEIGHT;
    if (isHidden && scrollY < SCROLLED_FROM) {
      this.querySelector('.stage')?.scrollIntoView({ block: 'start' });
    }
  }

  private get defaultGoal(): Goal {
    return this.session.profile.current?.defaultGoal ?? 'match';
  }

  /** What the next entry's music is to do. */
  private get goal(): Goal {
    return this.chosenGoal ?? this.defaultGoal;
  }

  /** What the next entry's music is to do, which the one after it does not know of. */
  private readonly takeGoal = (): Goal => {
    const { goal } = this;
    this.chosenGoal = undefined;
    return goal;
  };

  private get privacy(): MessageKey {
    return this.session.profile.current?.keepPhotos ? 'photo.privacy.kept' : 'photo.privacy';
  }

  private open(session: Session): void {
    const { stores, person, profile, consent } = session;
    this.moodStore = new MoodStore(stores.firestore, person.uid);
    this.journeys = journeysOf(session);
    this.intake = new PhotoIntake(this, session, this.journeys, this.takeGoal);
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
      consent.watch(() => {
        this.requestUpdate();
      }),
    );
    this.followNewest();
    void this.fulfil(session.takeFirstWish());
  }

  /** Does at once what was wished for on the landing page. */
  private async fulfil(wish: FirstWish | undefined): Promise<void> {
    if (wish && 'emotion' in wish) {
      await this.journeys.pick(wish.emotion, this.takeGoal());
    } else if (wish) {
      await this.intake.takeChoice(wish.choice);
    }
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
    await this.journeys.pick(emotion, this.takeGoal());
  }

  /** For the entry that is shown, or else for the next one. */
  private async setGoal({ detail: goal }: CustomEvent<Goal>) {
    const mood = this.journeys.current?.mood;
    if (mood && hasExpression(mood)) {
      this.changedId = mood.id;
      await this.change(nextPaint().then(() => this.moodStore.setGoal(mood.id, goal)));
    } else {
      this.chosenGoal = goal;
    }
  }

  private async setDefaultGoal({ detail: goal }: CustomEvent<Goal>) {
    await this.change(this.session.profile.save({ defaultGoal: goal }));
  }

  private async correct({ detail: emotion }: CustomEvent<Emotion>) {
    const mood = this.journeys.current?.mood;
    if (mood) {
      this.changedId = mood.id;
      await this.change(this.moodStore.setCorrection(mood.id, emotion));
    }
  }

  private async keepEntry() {
    const mood = this.journeys.current?.mood;
    if (mood) {
      await this.change(this.moodStore.keep(mood.id));
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
