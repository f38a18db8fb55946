import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { text } from '../messages/messages';
import { announce } from '../shared/announcer';
import { fileName } from '../shared/file-name';
import '../shared/icon-button.css';
import { icon } from '../shared/icons';
import { LightDomElement } from '../shared/light-dom-element';
import { loadComposer } from '../shared/load-composer';
import { notify } from '../shared/notices';
import { saveFile } from '../shared/save-file';
import type { Track } from './track';

/**
 * A button that composes a piece of Moodify's own into a file and hands that to the person; nothing for
 * other tracks. For any row that shows a track. The composer is only loaded when it is pressed.
 */
@customElement('piece-download')
export class PieceDownload extends LightDomElement {
  @property({ attribute: false }) track: Track | undefined;

  /** The share that is composed, in [0, 1], while a file is being made. */
  @state() private share: number | undefined;

  private making: AbortController | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.making?.abort();
  }

  protected override willUpdate(changes: PropertyValues<this>): void {
    if (changes.has('track') && changes.get('track')?.id !== this.track?.id) {
      this.making?.abort();
    }
  }

  protected override render() {
    const { track, share } = this;
    if (!track?.recipe) {
      return nothing;
    }
    const label = text('playlist.download', { title: track.title });
    return html`
      <button
        type="button"
        class="icon-button"
        data-testid="piece-download"
        aria-label=${label}
        title=${label}
        aria-busy=${share !== undefined}
        @click=${this.download}
      >
        ${
          share === undefined
            ? icon('download')
            : html`<span class="share"
                >${text('playlist.download.share', { percent: percent(share) })}</span
              >`
        }
      </button>
    `;
  }

  private async download() {
    const { track } = this;
    if (!track?.recipe || this.share !== undefined) {
      return;
    }
    const { signal } = (this.making = new AbortController());
    this.share = 0;
    announce(text('playlist.download.composing', { title: track.title }));
    try {
      const { composeFile } = await loadComposer();
      const onProgress = (share: number) => {
        this.share = share;
      };
      const { content, ending } = await composeFile(track.recipe, onProgress, signal);
      const name = fileName(`${track.artist} - ${track.title}`, ending);
      saveFile(name, content);
      announce(text('playlist.downloaded', { file: name }));
    } catch (error) {
      if (!signal.aborted) {
        console.warn(`The piece ${track.id} could not be made into a file`, error);
        notify({ key: 'playlist.download.failed', kind: 'trouble' });
      }
    } finally {
      this.share = undefined;
    }
  }
}

const percent = (share: number) => String(Math.round(100 * share));

declare global {
  interface HTMLElementTagNameMap {
    'piece-download': PieceDownload;
  }
}
