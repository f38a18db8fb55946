import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { asDayAndTime, text } from '../messages/messages';
import type { Session } from '../session/session';
import type { Profile } from '../settings/profile';
import { LightDomElement } from '../shared/light-dom-element';

/** What may be done with photos: whether they are read at all, and whether they stay. Fires `save`. */
@customElement('profile-privacy')
export class ProfilePrivacy extends LightDomElement {
  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) profile!: Profile;

  protected override render() {
    return html`
      <section class="card profile-section" aria-labelledby="privacy-title">
        <h2 id="privacy-title">${text('profile.privacy')}</h2>
        <div class="profile-row">
          <label class="switch">
            <input
              type="checkbox"
              data-testid="keep-photos"
              aria-describedby="keep-photos-hint"
              .checked=${this.profile.keepPhotos ?? false}
              @change=${(event: Event) => {
                this.emit('save', { keepPhotos: (event.target as HTMLInputElement).checked });
              }}
            />
            <span>${text('profile.keep-photos')}</span>
          </label>
          <p class="soft hint" id="keep-photos-hint">${text('profile.keep-photos.hint')}</p>
        </div>
        ${this.consent()}
      </section>
    `;
  }

  private consent() {
    const { consent } = this.session;
    const given = this.profile.consent;
    const isGiven = given !== undefined && consent.isGiven;
    return html`
      <div class="profile-row">
        <h3>${text('profile.consent')}</h3>
        <p class="soft" data-testid="consent-state">
          ${
            isGiven
              ? text('profile.consent.given', { at: asDayAndTime(given.at) })
              : text('profile.consent.missing')
          }
        </p>
        <div class="profile-actions">
          <button
            type="button"
            class="button"
            data-testid="consent-read"
            @click=${() => {
              consent.open();
            }}
          >
            ${text('profile.consent.read')}
          </button>
          ${
            isGiven
              ? html`<button
                  type="button"
                  class="button"
                  data-testid="consent-withdraw"
                  @click=${() => {
                    this.emit('save', { consent: null });
                  }}
                >
                  ${text('profile.consent.withdraw')}
                </button>`
              : ''
          }
        </div>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'profile-privacy': ProfilePrivacy;
  }
}
