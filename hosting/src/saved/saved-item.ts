import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { text } from '../messages/messages';
import { announce } from '../shared/announcer';
import { icon } from '../shared/icons';
import { LightDomElement } from '../shared/light-dom-element';
import { notify } from '../shared/notices';
import type { ExportFormat } from './export';
import { actionButton, covers, exportButtons, heading, trackList } from './saved-item-parts';
import { asName, LONGEST_NAME, type SavedPlaylist } from './saved-playlist';

/**
 * One saved playlist. Fires `saved-play` with the playlist and the index of a track, `saved-rename`
 * with the playlist and its new name, and `saved-delete` with the playlist.
 */
@customElement('saved-item')
export class SavedItem extends LightDomElement {
  @property({ attribute: false }) saved!: SavedPlaylist;
  /** The id of the track that plays, if it is one of this playlist. */
  @property({ attribute: 'playing-id' }) playingId: string | undefined;

  @state() private isNaming = false;
  @state() private isNameless = false;
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
          @click=${() => {
            this.play(0);
          }}
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
        <details class="saved-tracks">
          <summary data-testid="saved-tracks">${text('saved.show-tracks')}</summary>
          ${trackList(saved, this.playingId, (index) => {
            this.play(index);
          })}
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

  private play(index: number): void {
    this.emit('saved-play', { saved: this.saved, index });
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
