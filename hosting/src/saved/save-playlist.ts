import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { troubleMessage } from '../firebase/trouble';
import { currentLanguage, currentLocale, text, type MessageKey } from '../messages/messages';
import type { Playlist } from '../playlist/playlist';
import type { Session } from '../session/session';
import { announce } from '../shared/announcer';
import { connection } from '../shared/connection';
import { icon } from '../shared/icons';
import { LightDomElement } from '../shared/light-dom-element';
import { notify } from '../shared/notices';
import './save-playlist.css';
import { asName, nameTrouble } from './saved-playlist';
import { SavedStore } from './saved-store';

/**
 * Keeps a playlist under a name: a button, and once it is pressed a field with a name to start from.
 * Without a playlist there is nothing to see.
 */
@customElement('save-playlist')
export class SavePlaylist extends LightDomElement {
  @property({ attribute: false }) session!: Session;
  @property({ attribute: 'mood-id' }) moodId = '';
  @property({ attribute: false }) playlist: Playlist | undefined;

  @state() private state: 'offered' | 'naming' | 'saving' | 'saved' = 'offered';
  @state() private nameTrouble: MessageKey | undefined;

  /** The playlist that {@link state} is about. */
  private known: Playlist | undefined;

  protected override willUpdate(): void {
    // Firestore reports the same playlist again, which is no other playlist.
    if (fingerprint(this.known) !== fingerprint(this.playlist)) {
      this.state = 'offered';
    }
    this.known = this.playlist;
  }

  protected override render() {
    const { playlist } = this;
    if (!playlist || playlist.tracks.length === 0) {
      return nothing;
    }
    switch (this.state) {
      case 'saved':
        return html`
          <p class="save-playlist" data-testid="save-done">
            ${text('saved.done')} <a href="/saved">${text('saved.done.show')}</a>
          </p>
        `;
      case 'offered':
        return html`
          <div class="save-playlist">
            <button
              class="button"
              type="button"
              data-testid="save-playlist"
              @click=${() => void this.askForName()}
            >
              ${icon('save')} ${text('saved.save')}
            </button>
          </div>
        `;
      default:
        return this.form(playlist);
    }
  }

  private form(playlist: Playlist) {
    const isSaving = this.state === 'saving';
    return html`
      <form
        class="save-playlist"
        novalidate
        @submit=${this.save}
        @keydown=${(event: KeyboardEvent) => {
          if (event.key === 'Escape' && !isSaving) {
            void this.giveUp();
          }
        }}
      >
        <label class="field">
          <span>${text('saved.name')}</span>
          <input
            name="name"
            data-testid="save-name"
            autocomplete="off"
            .defaultValue=${firstName(playlist)}
            aria-invalid=${this.nameTrouble !== undefined}
            aria-describedby=${this.nameTrouble ? 'save-name-trouble' : nothing}
            @input=${this.checkName}
          />
        </label>
        ${
          this.nameTrouble
            ? html`<p class="trouble" id="save-name-trouble" role="alert">
                ${text(this.nameTrouble)}
              </p>`
            : nothing
        }
        <div class="save-answers">
          <button
            class="button primary"
            type="submit"
            data-testid="save-confirm"
            aria-disabled=${isSaving}
          >
            ${text(isSaving ? 'saved.saving' : 'saved.save.now')}
          </button>
          <button
            class="button"
            type="button"
            data-testid="save-cancel"
            @click=${() => void this.giveUp()}
          >
            ${text('confirm.cancel')}
          </button>
        </div>
      </form>
    `;
  }

  private async askForName() {
    this.state = 'naming';
    this.nameTrouble = undefined;
    await this.updateComplete;
    const input = this.querySelector('input');
    input?.focus();
    input?.select();
  }

  /** A name that gets too long is said while it is typed, and what was wrong goes once it is right. */
  private checkName({ target }: Event) {
    const trouble = nameTrouble((target as HTMLInputElement).value);
    if (this.nameTrouble || trouble === 'saved.name.too-long') {
      this.nameTrouble = trouble;
    }
  }

  private async giveUp() {
    this.state = 'offered';
    await this.updateComplete;
    this.querySelector('button')?.focus();
  }

  private async save(event: SubmitEvent) {
    event.preventDefault();
    const { playlist, session, moodId } = this;
    if (this.state === 'saving' || !playlist) {
      return;
    }
    const typed = this.querySelector('input')?.value ?? '';
    const name = asName(typed);
    this.nameTrouble = nameTrouble(typed);
    if (this.nameTrouble) {
      this.querySelector('input')?.focus();
      return;
    }
    if (!connection.isOnline) {
      notify({ key: 'trouble.offline', kind: 'trouble' });
      return;
    }
    this.state = 'saving';
    try {
      await new SavedStore(session.stores.firestore, session.person.uid).save(
        name,
        moodId,
        playlist,
      );
      this.state = 'saved';
      announce(text('saved.done.named', { name }));
      await this.updateComplete;
      this.querySelector('a')?.focus();
    } catch (error) {
      console.warn('A playlist could not be saved', error);
      this.state = 'naming';
      notify({ key: troubleMessage(error), kind: 'trouble' });
    }
  }
}

/** A name to start from, such as `Happy, Lift me up, 22 Nov`. */
function firstName({ emotion, goal }: Playlist): string {
  const day = new Intl.DateTimeFormat(currentLocale(), { day: 'numeric', month: 'short' });
  const name = text('saved.first-name', {
    emotion: text(`emotion.${emotion}`),
    goal: text(`goal.${goal}`),
    day: day.format(new Date()),
  });
  return name.charAt(0).toLocaleUpperCase(currentLanguage()) + name.slice(1);
}

function fingerprint(playlist: Playlist | undefined): string {
  return playlist
    ? [playlist.goal, playlist.emotion, ...playlist.tracks.map(({ id }) => id)].join(' ')
    : '';
}

declare global {
  interface HTMLElementTagNameMap {
    'save-playlist': SavePlaylist;
  }
}
