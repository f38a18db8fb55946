import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Session } from '../app/session';
import { NotRememberedError, tellFailure } from '../firebase/not-remembered';
import { troubleMessage } from '../firebase/trouble';
import { text, type MessageKey } from '../messages/messages';
import type { Emotion } from '../mood/emotion';
import { emotionFace } from '../mood/emotion-face';
import type { Goal } from '../mood/goal';
import '../mood/goal-picker';
import { hasExpression, type Mood } from '../mood/mood';
import { failureText } from '../mood/mood-failure';
import '../mood/mood-result';
import { MoodStore } from '../mood/mood-store';
import { answers, type Playlist } from '../playlist/playlist';
import { PlaylistStore } from '../playlist/playlist-store';
import '../playlist/playlist-view';
import { icon } from '../shared/icons';
import { LightElement } from '../shared/light-element';
import { notify } from '../shared/notices';
import { isoDate } from './days';
import { deleteEntry, isSureToDelete } from './deleting';
import type { Entry } from './entry';
import { dayTitle, entryTitle, fullTime } from './entry-words';
import './history-list.css';
import '../shared/empty-state.css';
import './history-entry.css';
import { HistoryStore } from './history-store';

/** One entry with its playlist. An entry that is not there, or is another person's, is not there. */
@customElement('history-entry')
export class HistoryEntry extends LightElement {
  @property({ attribute: false }) session!: Session;
  @property({ attribute: 'mood-id' }) moodId = '';

  /** Not known before the first answer; then an entry, or nothing where there is none. */
  @state() private found: { readonly entry: Entry | undefined } | undefined;
  @state() private playlist: Playlist | undefined;
  @state() private trouble: MessageKey | undefined;

  private store!: HistoryStore;
  private moods!: MoodStore;
  private closers: (() => void)[] = [];
  private isLeaving = false;
  private hasFocused = false;

  override connectedCallback(): void {
    super.connectedCallback();
    const { stores, person } = this.session;
    this.store = new HistoryStore(stores, person.uid);
    this.moods = new MoodStore(stores.firestore, person.uid);
    this.open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.close();
  }

  protected override updated(): void {
    if (!this.hasFocused && (this.found || this.trouble)) {
      this.hasFocused = true;
      this.querySelector<HTMLElement>('h1')?.focus();
    }
  }

  protected override render() {
    return html`
      <div class="history-entry" aria-busy=${!this.found && !this.trouble}>
        <a class="back" href="/history">${icon('back')} ${text('history.back')}</a>
        ${this.content()}
      </div>
    `;
  }

  private content() {
    if (this.trouble) {
      return this.failure(this.trouble);
    }
    if (!this.found) {
      return html`<h1 tabindex="-1" class="visually-hidden">${text('history.loading')}</h1>
        <div class="card entry-waiting" aria-hidden="true"></div>`;
    }
    const { entry } = this.found;
    return entry ? this.entry(entry) : notThere();
  }

  private entry(entry: Entry) {
    const { mood } = entry;
    const at = mood.createdAt;
    return html`
      <header class="history-head">
        <h1 tabindex="-1">${at ? dayTitle(isoDate(at), new Date()) : entryTitle(mood)}</h1>
        <button
          class="button"
          type="button"
          data-testid="history-delete"
          @click=${() => void this.delete(entry)}
        >
          ${icon('delete')} ${text('history.delete.short')}
        </button>
        <p class="soft">
          <time datetime=${at?.toISOString() ?? nothing}>${at ? fullTime(at) : ''}</time>
        </p>
      </header>
      ${hasExpression(mood) ? this.read(mood) : unread(mood)}
    `;
  }

  private read(mood: Mood) {
    const { player } = this.session;
    const { status, track } = player.state;
    return html`
      <div
        class="entry-parts"
        @goal=${this.setGoal}
        @correction=${this.correct}
        @play=${this.playTrack}
      >
        <div class="entry-reading">
          <mood-result .mood=${mood} past></mood-result>
          <div class="card"><goal-picker .goal=${mood.goal ?? 'match'}></goal-picker></div>
        </div>
        <playlist-view
          .session=${this.session}
          .goal=${mood.goal ?? 'match'}
          .playlist=${this.answer(mood)}
          mood-id=${mood.id}
          .playingId=${status === 'idle' ? undefined : track?.id}
        ></playlist-view>
      </div>
    `;
  }

  private failure(trouble: MessageKey) {
    return html`
      <h1 tabindex="-1">${text('history.page.title')}</h1>
      <div class="history-trouble" role="alert">
        <p class="trouble" data-testid="error">${text(trouble)}</p>
        <button class="button" type="button" data-testid="history-retry" @click=${this.open}>
          ${text('trouble.retry')}
        </button>
      </div>
    `;
  }

  /** The playlist, if it answers what the entry asks for now. */
  private answer(mood: Mood): Playlist | undefined {
    return this.playlist && answers(this.playlist, mood) ? this.playlist : undefined;
  }

  private open(): void {
    this.close();
    this.trouble = undefined;
    const { stores, person, player } = this.session;
    const onError = (error: Error) => {
      tellFailure(error, () => {
        if (!(error instanceof NotRememberedError && this.found)) {
          console.warn('An entry cannot be listened to', error);
          this.trouble = troubleMessage(error);
        }
      });
    };
    this.closers = [
      this.store.watch(
        this.moodId,
        (entry) => {
          // What was deleted here is not missed while the page is left.
          if (!this.isLeaving) {
            this.trouble = undefined;
            this.found = { entry };
          }
        },
        onError,
      ),
      new PlaylistStore(stores.firestore, person.uid).watch(
        this.moodId,
        (playlist) => {
          this.playlist = playlist;
        },
        onError,
      ),
      player.player.watch(() => {
        this.requestUpdate();
      }),
    ];
  }

  private close(): void {
    this.closers.forEach((close) => {
      close();
    });
  }

  private async delete(entry: Entry) {
    if (!(await isSureToDelete(entry))) {
      return;
    }
    this.isLeaving = true;
    this.isLeaving = await deleteEntry(this.store, entry);
    if (this.isLeaving) {
      this.session.navigate('/history');
    }
  }

  private async setGoal({ detail: goal }: CustomEvent<Goal>) {
    await change(this.moods.setGoal(this.moodId, goal));
  }

  private async correct({ detail: emotion }: CustomEvent<Emotion>) {
    await change(this.moods.setCorrection(this.moodId, emotion));
  }

  private async playTrack({ detail: index }: CustomEvent<number>) {
    if (this.playlist) {
      await this.session.player.play(this.playlist, this.moodId, index);
    }
  }
}

async function change(written: Promise<void>) {
  try {
    await written;
  } catch (error) {
    console.warn('An entry could not be changed', error);
    notify({ key: troubleMessage(error), kind: 'trouble' });
  }
}

/** Nothing was read from the photo. */
function unread(mood: Mood) {
  const advice =
    mood.status === 'no_face'
      ? text('mood.no-face.advice')
      : mood.status === 'analyzing'
        ? text('history.still-analyzing')
        : failureText(mood);
  return html`
    <section class="card entry-unread">
      ${emotionFace(undefined)}
      <p>${advice}</p>
    </section>
  `;
}

function notThere() {
  return html`
    <section class="card empty" data-testid="history-not-there">
      ${emotionFace('surprise')}
      <h1 tabindex="-1">${text('history.not-there.title')}</h1>
      <p class="soft">${text('history.not-there')}</p>
      <a class="button primary" href="/history">${text('history.not-there.back')}</a>
    </section>
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'history-entry': HistoryEntry;
  }
}
