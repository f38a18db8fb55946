import { html, nothing, svg } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { text } from '../messages/messages';
import { LightElement } from '../shared/light-element';
import './photo-picker.css';

const CAMERA = svg`
  <svg class="camera" viewBox="0 0 48 48" aria-hidden="true">
    <path d="M7 15h8l4-5h10l4 5h8v22H7z" />
    <circle cx="24" cy="25" r="7" />
  </svg>
`;

/**
 * Takes a photo by button, drop or paste. Fires `photo` with a {@link File}, the first of several.
 */
@customElement('photo-picker')
export class PhotoPicker extends LightElement {
  /** Whether a photo is shown already, so that a button is all that is needed. */
  @property({ type: Boolean }) compact = false;

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

  protected override render() {
    return html`
      <div class="photo-picker" ?data-compact=${this.compact} ?data-dragged=${this.dragged}>
        ${this.compact ? nothing : CAMERA}
        <input
          class="visually-hidden"
          id="photo-input"
          type="file"
          accept="image/*,.heic,.heif"
          data-testid="photo-input"
          @change=${this.choose}
        />
        <label class="button ${this.compact ? '' : 'primary'}" for="photo-input">
          ${text(this.compact ? 'photo.another' : 'photo.choose')}
        </label>
        <p class="soft">${text(this.dragged ? 'photo.drop.now' : 'photo.drop')}</p>
      </div>
    `;
  }

  private choose(event: Event) {
    const input = event.target as HTMLInputElement;
    this.take(input.files);
    // So that the same file can be chosen again.
    input.value = '';
  }

  private readonly paste = (event: ClipboardEvent) => {
    this.take(event.clipboardData?.files);
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
    this.take(event.dataTransfer?.files);
  };

  private take(files: FileList | null | undefined) {
    const file = files?.[0];
    if (file) {
      this.emit('photo', file);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'photo-picker': PhotoPicker;
  }
}
