import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { NotCachedError, reportFailure } from '../firebase/not-cached';
import { troubleMessage } from '../firebase/trouble';
import { text, type MessageKey } from '../messages/messages';
import type { Emotion } from '../mood/emotion';
import type { Goal } from '../mood/goal';
import '../mood/goal-picker';
import { hasExpression, type Mood } from '../mood/mood';
import '../mood/mood-result';
import { MoodStore } from '../mood/mood-store';
import { answers, type Playlist } from '../playlist/playlist';
import { PlaylistStore } from '../playlist/playlist-store';
import '../playlist/playlist-view';
import '../saved/save-playlist';
import type { Session } from '../session/session';
import { icon } from '../shared/icons';
import { LightDomElement } from '../shared/light-dom-element';
import { notify } from '../shared/notices';
import { deleteEntry, finishDeleting, isDeleted } from './deleting';
import { showsPhoto, type Entry } from './entry';
import { failure, heading, notThere, onItsWay, unread } from './entry-parts';
import './history-list.css';
import './history-entry.css';
import { fullTime } from './entry-words';
import { HistoryStore } from './history-store';
import './kept-photo';

/** One entry with its playlist. An entry that is not there, or is another person's, is not there. */
@customElement('history-entry')
export class HistoryEntry extends LightDomElement {
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
  /** Whether the goal or the expression was changed here, so that the music is a newer wish. */
  private isChanged = false;

  override connectedCallback(): void {
    super.connectedCallback();
    const { stores, person } = this.session;
    this.store = new HistoryStore(stores, person.uid);
    this.moods = new MoodStore(stores.firestore, person.uid);
    void finishDeleting(this.store);
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
    this.offer();
  }

  /** An entry that is opened has its music ready, where nothing plays. */
  private offer(): void {
    const mood = this.found?.entry?.mood;
    const playlist = mood && hasExpression(mood) ? this.answer(mood) : undefined;
    if (playlist) {
      this.session.player.offer(playlist, this.moodId, this.isChanged);
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
      return failure(this.trouble, () => {
        this.open();
      });
    }
    if (!this.found) {
      return onItsWay();
    }
    const { entry } = this.found;
    return entry ? this.entry(entry) : notThere();
  }

  private entry(entry: Entry) {
    const { mood } = entry;
    return html`
      ${heading(mood, () => {
        this.delete(entry);
      })}
      ${showsPhoto(entry) ? this.photo(mood) : nothing}
      ${hasExpression(mood) ? this.read(mood) : unread(mood)}
    `;
  }

  private photo({ id, createdAt }: Mood) {
    return html`<kept-photo
      .session=${this.session}
      mood-id=${id}
      time=${createdAt ? fullTime(createdAt) : ''}
    ></kept-photo>`;
  }

  private read(mood: Mood) {
    const playlist = this.answer(mood);
    const save = html`<save-playlist
      .session=${this.session}
      .playlist=${playlist}
      mood-id=${mood.id}
    ></save-playlist>`;
    return html`
      <div class="entry-parts" @goal=${this.setGoal} @correction=${this.correct}>
        <div class="entry-reading">
          <mood-result .mood=${mood} past></mood-result>
          <div class="card"><goal-picker .goal=${mood.goal ?? 'match'}></goal-picker></div>
        </div>
        <playlist-view
          .goal=${mood.goal ?? 'match'}
          .playlist=${playlist}
          .actions=${save}
          mood-id=${mood.id}
          .player=${this.session.player}
        ></playlist-view>
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
    const { stores, person } = this.session;
    const onError = (error: Error) => {
      reportFailure(error, () => {
        if (!(error instanceof NotCachedError && this.found)) {
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
            this.found = { entry: isDeleted(this.moodId) ? undefined : entry };
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
    ];
  }

  private close(): void {
    this.closers.forEach((close) => {
      close();
    });
  }

  private delete(entry: Entry) {
    this.isLeaving = deleteEntry(this.store, entry);
    if (this.isLeaving) {
      this.session.navigate('/history');
    }
  }

  private async setGoal({ detail: goal }: CustomEvent<Goal>) {
    this.isChanged = true;
    await change(this.moods.setGoal(this.moodId, goal));
  }

  private async correct({ detail: emotion }: CustomEvent<Emotion>) {
    this.isChanged = true;
    await change(this.moods.setCorrection(this.moodId, emotion));
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

declare global {
  interface HTMLElementTagNameMap {
    'history-entry': HistoryEntry;
  }
}
