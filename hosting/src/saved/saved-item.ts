import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { counted, currentLocale, text } from '../messages/messages';
import { asDuration } from '../playlist/duration';
import type { Track } from '../playlist/track';
import { trackCover } from '../playlist/track-cover';
import { trackArtist, trackCredits } from '../playlist/track-credits';
import { announce } from '../shared/announcer';
import { icon } from '../shared/icons';
import { LightElement } from '../shared/light-element';
import { notify } from '../shared/notices';
import type { ExportFormat } from './export';
import { asName, LONGEST_NAME, type SavedPlaylist } from './saved-playlist';

const COVERS = 4;

/**
 * One saved playlist. Fires `saved-play` with the playlist and the index of a track, `saved-rename`
 * with the playlist and its new name, and `saved-delete` with the playlist.
 */
@customElement('saved-item')
export class SavedItem extends LightElement {
  @property({ attribute: false }) saved!: SavedPlaylist;
  /** The id of the track that plays, if it is one of this playlist. */
  @property({ attribute: 'playing-id' }) playingId: string | undefined;

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
          @click=${() => {
            this.play(0);
          }}
        >
          <span class="covers">${covers(saved)}</span>
          <span class="cover-play">${icon('play')}</span>
        </button>
        ${this.isNaming ? this.form() : this.heading()}
        <div class="saved-actions">
          ${this.action(
            'rename',
            text('saved.rename', { name: saved.name }),
            text('saved.rename.short'),
            () => void this.startNaming(),
          )}
          ${this.action(
            'delete',
            text('saved.delete', { name: saved.name }),
            text('saved.delete.short'),
            () => {
              this.emit('saved-delete', saved);
            },
          )}
        </div>
        <details class="saved-tracks">
          <summary data-testid="saved-tracks">${text('saved.show-tracks')}</summary>
          ${this.tracks()} ${this.exports()}
        </details>
      </article>
    `;
  }

  private heading() {
    const { name, emotion, goal, tracks, createdAt } = this.saved;
    const day =
      createdAt &&
      new Intl.DateTimeFormat(currentLocale(), { dateStyle: 'medium' }).format(createdAt);
    return html`
      <div class="saved-title">
        <h2 dir="auto" data-testid="saved-name">${name}</h2>
        <p class="soft">
          ${counted('playlist.tracks', tracks.length)} · ${text(`emotion.${emotion}`)} ·
          ${text(`goal.${goal}`)}
          ${createdAt ? html`· <time datetime=${createdAt.toISOString()}>${day}</time>` : nothing}
        </p>
      </div>
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

  private action(name: 'rename' | 'delete', label: string, hint: string, act: () => void) {
    return html`
      <button
        class=${name === 'delete' ? 'icon-button quiet-icon' : 'icon-button'}
        type="button"
        data-testid=${`saved-${name}`}
        aria-label=${label}
        title=${hint}
        @click=${act}
      >
        ${icon(name)}
      </button>
    `;
  }

  private tracks() {
    return html`
      <ol class="tracks">
        ${repeat(
          this.saved.tracks,
          ({ id }) => id,
          (track, index) => this.track(track, index),
        )}
      </ol>
    `;
  }

  private track(track: Track, index: number) {
    const isPlaying = this.playingId === track.id;
    return html`
      <li class="saved-track" aria-current=${isPlaying ? 'true' : nothing}>
        <button
          type="button"
          class="track-play"
          aria-label=${text('playlist.play', { title: track.title })}
          @click=${() => {
            this.play(index);
          }}
        >
          ${trackCover(track)}
        </button>
        <div class="track-text">
          <strong dir="auto" data-testid="saved-track-title">${track.title}</strong>
          <span class="soft">${trackArtist(track, 'track')} · ${trackCredits(track, 'track')}</span>
        </div>
        <span class="soft duration">
          ${track.durationSeconds > 0 ? asDuration(track.durationSeconds) : nothing}
        </span>
      </li>
    `;
  }

  private exports() {
    const originals = this.saved.tracks.filter(({ links }) => !links).length;
    return html`
      <div class="saved-exports">
        <h3>${text('saved.export')}</h3>
        <div class="save-answers">${this.exportButton('m3u')} ${this.exportButton('json')}</div>
        ${
          originals > 0
            ? html`<p class="soft" data-testid="export-note">
                ${counted('saved.export.originals', originals)}
              </p>`
            : nothing
        }
      </div>
    `;
  }

  private exportButton(format: ExportFormat) {
    return html`
      <button
        class="button"
        type="button"
        data-testid=${`export-${format}`}
        @click=${() => void this.export(format)}
      >
        ${icon('download')} ${text(`saved.export.${format}`)}
      </button>
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

/** A small picture of the first tracks, one for all where there are few. */
function covers({ tracks }: SavedPlaylist) {
  return tracks.slice(0, tracks.length < COVERS ? 1 : COVERS).map((track) => trackCover(track));
}

declare global {
  interface HTMLElementTagNameMap {
    'saved-item': SavedItem;
  }
}
