import { html, nothing, svg } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { text } from '../messages/messages';
import { LightDomElement } from '../shared/light-dom-element';
import { chooseFile, type Choice } from './chosen-file';
import { photoFileInput } from './photo-file-input';
import './photo-picker.css';

const CAMERA = svg`
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
    <path d="M3.5 7.5h4l2-2.5h5l2 2.5h4v11.5h-17z" />
    <circle cx="12" cy="13" r="3.6" />
  </svg>
`;
const PICTURE = svg`
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
    <rect x="3.5" y="5" width="17" height="14" rx="2.5" />
    <path d="M4 16.5l4.5-4.5 3.5 3.5 3-3 5 4.5" />
    <path class="dot" d="M15.5 9.2v.01" />
  </svg>
`;

/**
 * Takes a photo by camera, button, drop or paste. Fires `camera` when the camera is wanted, and
 * `photo` with a {@link Choice} when something was given, of which no more than the first is a photo.
 */
@customElement('photo-picker')
export class PhotoPicker extends LightDomElement {
  /** Whether a photo is shown already, so that buttons are all that is needed. */
  @property({ type: Boolean }) compact = false;
  /** Whether no button is to be seen. What is dropped or pasted is taken all the same. */
  @property({ type: Boolean }) quiet = false;

  @state() private dragged = false;

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('paste', this.paste);
    // Anywhere on the page: a photo that misses the field would replace the page otherwise.
    document.addEventListener('dragover', this.dragOver);
    document.addEventListener('dragleave', this.dragLeave);
    document.addEventListener('drop', this.drop);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('paste', this.paste);
    document.removeEventListener('dragover', this.dragOver);
    document.removeEventListener('dragleave', this.dragLeave);
    document.removeEventListener('drop', this.drop);
  }

  /** Opens the browser's choice of files, which it allows soon after a click only. */
  choose(): void {
    this.querySelector<HTMLInputElement>('input')?.click();
  }

  protected override render() {
    if (this.quiet) {
      return nothing;
    }
    return html`
      <div class="photo-picker" ?data-compact=${this.compact} ?data-dragged=${this.dragged}>
        <div class="photo-ways">
          <button
            class="button ${this.compact ? '' : 'primary'}"
            type="button"
            data-testid="camera-open"
            @click=${() => {
              this.emit('camera');
            }}
          >
            ${CAMERA} ${text(this.compact ? 'camera.again' : 'camera.open')}
          </button>
          <span class="photo-way">
            ${photoFileInput({ id: 'photo-input', onChoice: this.give })}
            <label class="button" for="photo-input">
              ${PICTURE} ${text(this.compact ? 'photo.another' : 'photo.choose')}
            </label>
          </span>
        </div>
        <p class="soft">${text(this.dragged ? 'photo.drop.now' : 'photo.drop')}</p>
      </div>
    `;
  }

  private readonly paste = (event: ClipboardEvent) => {
    this.offer(event.clipboardData);
  };

  private readonly dragOver = (event: DragEvent) => {
    event.preventDefault();
    this.dragged = true;
  };

  private readonly dragLeave = (event: DragEvent) => {
    // Fires for every element that is left; without a next one the pointer has left the page.
    if (event.relatedTarget === null) {
      this.dragged = false;
    }
  };

  private readonly drop = (event: DragEvent) => {
    event.preventDefault();
    this.dragged = false;
    this.offer(event.dataTransfer);
  };

  private offer(given: DataTransfer | null) {
    const choice = chooseFile(given);
    // Text that is pasted somewhere is nobody's photo.
    if (choice.count > 0) {
      this.give(choice);
    }
  }

  private readonly give = (choice: Choice) => {
    this.emit('photo', choice);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'photo-picker': PhotoPicker;
  }
}
