import { html, svg } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { text } from '../messages/messages';
import type { Session } from '../session/session';
import type { Profile } from '../settings/profile';
import { LightDomElement } from '../shared/light-dom-element';
import './person-picture.css';
import { PictureStore } from './picture-store';

/** The person's picture; where there is none, the first letter of their name, or a face. */
@customElement('person-picture')
export class PersonPicture extends LightDomElement {
  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) profile!: Profile;

  @state() private address: string | undefined;

  private wanted = false;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.show(undefined);
    this.wanted = false;
  }

  /** Fetches the picture again, once it has been changed. */
  async reload(): Promise<void> {
    const { stores, person } = this.session;
    try {
      const picture = this.profile.picture
        ? await new PictureStore(stores.storage, person.uid).read()
        : undefined;
      this.show(this.isConnected ? picture : undefined);
    } catch (error) {
      // A letter is shown in its stead, and nothing else is lost.
      console.warn('The picture could not be fetched', error);
    }
  }

  protected override updated(): void {
    const wanted = this.profile.picture === true;
    if (wanted !== this.wanted) {
      this.wanted = wanted;
      void this.reload();
    }
  }

  protected override render() {
    return this.address
      ? html`<img src=${this.address} alt=${text('profile.picture')} data-testid="picture" />`
      : html`<span class="person-letter" aria-hidden="true">${this.letter()}</span>`;
  }

  private letter() {
    const name = this.profile.displayName ?? this.session.person.email;
    // A letter may be made of several code points, in Hindi above all.
    const [first] = new Intl.Segmenter().segment(name.trim());
    return (
      first?.segment.toLocaleUpperCase() ??
      svg`<svg viewBox="0 0 24 24"><circle cx="12" cy="9" r="4" /><path d="M4.5 20a7.5 7.5 0 0 1 15 0" /></svg>`
    );
  }

  private show(picture: Blob | undefined) {
    if (this.address) {
      URL.revokeObjectURL(this.address);
    }
    this.address = picture && URL.createObjectURL(picture);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'person-picture': PersonPicture;
  }
}
