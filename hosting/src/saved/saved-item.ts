import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { text } from '../messages/messages';
import { announce } from '../shared/announcer';
import { icon } from '../shared/icons';
import { LightDomElement } from '../shared/light-dom-element';
import { notify } from '../shared/notices';
import type { ExportFormat } from './export';
import type { ListPlayer } from '../playlist/list-player';
import '../playlist/track-list';
import { actionButton, covers, exportButtons, heading } from './saved-item-parts';
import { asName, LONGEST_NAME, type SavedPlaylist } from './saved-playlist';

/**
 * One saved playlist. Fires `saved-rename` with the playlist and its new name, and `saved-delete` with
 * the playlist.
 */
@customElement('saved-item')
export class SavedItem extends LightDomElement {
  @property({ attribute: false }) saved!: SavedPlaylist;
  @property({ attribute: false }) player!: ListPlayer;

  /** Whether its tracks were looked at; until then they need not be there. */
  @state() private isOpened = false;
  @state() private isNaming = false;
  @state() private isNameless = false;

  protected override render() {
    const { saved } = this;
    return html`
      <article class="card saved-item" id=${`saved-${saved.id}`} data-testid="saved-playlist">
        <button
          class="saved-cover"
          type="button"
          data-testid="saved-play"
          aria-label=${text('saved.play', { name: saved.name })}
          @click=${() => void this.player.play(saved, saved.moodId)}
        >
          <span class="covers">${covers(saved)}</span>
          <span class="cover-play">${icon('play')}</span>
        </button>
        ${this.isNaming ? this.form() : heading(saved)}
        <div class="saved-actions">
          ${actionButton('rename', saved, () => void this.startNaming())}
          ${actionButton('delete', saved, () => {
            this.emit('saved-delete', saved);
          })}
        </div>
        <details
          class="saved-tracks"
          @toggle=${() => {
            this.isOpened = true;
          }}
        >
          <summary data-testid="saved-tracks">${text('saved.show-tracks')}</summary>
          ${
            this.isOpened
              ? html`<track-list
                  .list=${saved}
                  .player=${this.player}
                  mood-id=${saved.moodId}
                ></track-list>`
              : nothing
          }
          ${exportButtons(saved, (format) => void this.export(format))}
        </details>
      </article>
    `;
  }

  private form() {
    const { id, name } = this.saved;
    return html`
      <form
        class="saved-form"
        novalidate
        @submit=${this.rename}
        @keydown=${(event: KeyboardEvent) => {
          if (event.key === 'Escape') {
            void this.stopNaming();
          }
        }}
      >
        <label class="field">
          <span>${text('saved.name')}</span>
          <input
            name="name"
            data-testid="saved-name-input"
            maxlength=${LONGEST_NAME}
            autocomplete="off"
            .defaultValue=${name}
            aria-invalid=${this.isNameless}
            aria-describedby=${this.isNameless ? `trouble-${id}` : nothing}
          />
        </label>
        ${
          this.isNameless
            ? html`<p class="trouble" id=${`trouble-${id}`} role="alert">
                ${text('saved.name.missing')}
              </p>`
            : nothing
        }
        <div class="save-answers">
          <button class="button primary" type="submit" data-testid="saved-rename-confirm">
            ${text('saved.rename.confirm')}
          </button>
          <button class="button" type="button" @click=${() => void this.stopNaming()}>
            ${text('confirm.cancel')}
          </button>
        </div>
      </form>
    `;
  }

  private async startNaming() {
    this.isNaming = true;
    this.isNameless = false;
    await this.updateComplete;
    const input = this.querySelector('input');
    input?.focus();
    input?.select();
  }

  private async stopNaming() {
    this.isNaming = false;
    await this.updateComplete;
    this.querySelector<HTMLElement>('[data-testid=saved-rename]')?.focus();
  }

  private async rename(event: SubmitEvent) {
    event.preventDefault();
    const name = asName(this.querySelector('input')?.value ?? '');
    this.isNameless = name === '';
    if (this.isNameless) {
      this.querySelector('input')?.focus();
      return;
    }
    if (name !== this.saved.name) {
      this.emit('saved-rename', { saved: this.saved, name });
    }
    await this.stopNaming();
  }

  /** What writes files is fetched with the first of them. */
  private async export(format: ExportFormat) {
    try {
      const { exportPlaylist } = await import('./export');
      const name = exportPlaylist(this.saved, format);
      announce(text('saved.exported', { file: name }));
    } catch (error) {
      console.warn('A playlist could not be exported', error);
      notify({ key: 'app.page-failed', kind: 'trouble' });
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'saved-item': SavedItem;
  }
}
