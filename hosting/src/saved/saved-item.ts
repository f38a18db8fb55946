import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { text, type MessageKey } from '../messages/messages';
import { announce } from '../shared/announcer';
import { icon } from '../shared/icons';
import { LightDomElement } from '../shared/light-dom-element';
import { notify } from '../shared/notices';
import type { ExportFormat } from './export';
import type { ListPlayer } from '../playlist/list-player';
import '../playlist/track-list';
import { actionButton, covers, exportButtons, heading } from './saved-item-parts';
import { asName, nameTrouble, type SavedPlaylist } from './saved-playlist';

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
  @state() private nameTrouble: MessageKey | undefined;
  /** How many of its pieces are composed, while they are for an export. */
  @state() private composed: number | undefined;

  private exporting: AbortController | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.exporting?.abort();
  }

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
          ${exportButtons(saved, this.composed, (format) => void this.export(format))}
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
            autocomplete="off"
            .defaultValue=${name}
            aria-invalid=${this.nameTrouble !== undefined}
            aria-describedby=${this.nameTrouble ? `trouble-${id}` : nothing}
            @input=${this.checkName}
          />
        </label>
        ${
          this.nameTrouble
            ? html`<p class="trouble" id=${`trouble-${id}`} role="alert">
                ${text(this.nameTrouble)}
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

  private async stopNaming() {
    this.isNaming = false;
    await this.updateComplete;
    this.querySelector<HTMLElement>('[data-testid=saved-rename]')?.focus();
  }

  private async rename(event: SubmitEvent) {
    event.preventDefault();
    const typed = this.querySelector('input')?.value ?? '';
    const name = asName(typed);
    this.nameTrouble = nameTrouble(typed);
    if (this.nameTrouble) {
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
    const exporting = (this.exporting = new AbortController());
    const { signal } = exporting;
    const onProgress = (pieces: number) => {
      this.composed = pieces;
    };
    try {
      const { exportPlaylist } = await import('./export');
      const name = await exportPlaylist(this.saved, format, { onProgress, signal });
      announce(text('saved.exported', { file: name }));
    } catch (error) {
      if (!signal.aborted) {
        console.warn('A playlist could not be exported', error);
        notify({ key: 'app.page-failed', kind: 'trouble' });
      }
    } finally {
      this.composed = undefined;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'saved-item': SavedItem;
  }
}
