import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { text } from '../messages/messages';
import { PhotoStore } from '../photo/photo-store';
import type { Session } from '../session/session';
import { LightDomElement } from '../shared/light-dom-element';
import './kept-photo.css';

/**
 * The photo that was kept for an entry, fetched under the person's own rules when it comes into sight.
 * Its place has its size from the start, and stays empty where the photo is gone or cannot be fetched.
 */
@customElement('kept-photo')
export class KeptPhoto extends LightDomElement {
  @property({ attribute: false }) session!: Session;
  @property({ attribute: 'mood-id' }) moodId = '';
  /** When it was taken, in words. */
  @property() time = '';

  @state() private address: string | undefined;

  private observer: IntersectionObserver | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) {
        this.observer?.disconnect();
        void this.fetch();
      }
    });
    this.observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.observer?.disconnect();
    this.show(undefined);
  }

  protected override render() {
    return this.address
      ? html`<img
          src=${this.address}
          alt=${text('history.photo', { time: this.time })}
          data-testid="kept-photo"
        />`
      : nothing;
  }

  private async fetch(): Promise<void> {
    const { stores, person } = this.session;
    try {
      const photo = await new PhotoStore(stores, person.uid).kept(this.moodId);
      this.show(this.isConnected ? photo : undefined);
    } catch (error) {
      // The entry says all else without it.
      console.warn('A kept photo could not be fetched', error);
    }
  }

  private show(photo: Blob | undefined): void {
    if (this.address) {
      URL.revokeObjectURL(this.address);
    }
    this.address = photo && URL.createObjectURL(photo);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kept-photo': KeptPhoto;
  }
}
