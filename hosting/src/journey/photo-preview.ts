import { html, nothing, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { text } from '../messages/messages';
import type { FaceBox } from '../mood/mood';
import { customProperty } from '../shared/custom-property';
import { LightDomElement } from '../shared/light-dom-element';
import type { ShownPhoto } from './journey';
import './photo-preview.css';

/** The photo that is being read, and around the face that was read, a frame. */
@customElement('photo-preview')
export class PhotoPreview extends LightDomElement {
  @property({ attribute: false }) photo!: ShownPhoto;
  @property({ attribute: false }) box: FaceBox | undefined;
  /** Whether the photo is still being looked at. */
  @property({ type: Boolean }) working = false;

  protected override render() {
    const { url, width, height } = this.photo;
    return html`
      <figure
        class="photo-preview"
        ?data-working=${this.working}
        ${customProperty('--photo-width', `${width}px`)}
        ${customProperty('--photo-ratio', String(width / height))}
      >
        <img src=${url} width=${width} height=${height} alt=${text('photo.preview')} />
        ${this.box ? this.frame(this.box) : nothing}
      </figure>
    `;
  }

  private frame([left, top, boxWidth, boxHeight]: FaceBox) {
    const { width, height } = this.photo;
    return svg`
      <svg viewBox="0 0 ${width} ${height}" aria-hidden="true">
        <rect x=${left} y=${top} width=${boxWidth} height=${boxHeight} rx=${boxWidth / 8} />
      </svg>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'photo-preview': PhotoPreview;
  }
}
