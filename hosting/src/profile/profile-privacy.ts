import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { attempt } from '../firebase/attempt';
import { asDayAndTime, text } from '../messages/messages';
import { PhotoStore } from '../photo/photo-store';
import type { Session } from '../session/session';
import '../shared/switch.css';
import type { Profile } from '../settings/profile';
import { confirmed } from '../shared/confirmation';
import { LightDomElement } from '../shared/light-dom-element';
import { notify } from '../shared/notices';

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
    return html`
      <div class="profile-row">
        <h3>${text('profile.consent')}</h3>
        <p class="soft" data-testid="consent-state">
          ${
            given
              ? text(consent.isGiven ? 'profile.consent.given' : 'profile.consent.outdated', {
                  at: asDayAndTime(given.at),
                })
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
            given
              ? html`<button
                  type="button"
                  class="button"
                  data-testid="consent-withdraw"
                  @click=${() => void this.withdraw()}
                >
                  ${text('profile.consent.withdraw')}
                </button>`
              : ''
          }
        </div>
      </div>
    `;
  }

  /** Withdraws the consent at once, and then offers to delete what was kept under it. */
  private async withdraw(): Promise<void> {
    this.emit('save', { consent: null });
    const { stores, person } = this.session;
    const photos = new PhotoStore(stores, person.uid);
    const isDone = await attempt(async () => {
      if ((await photos.hasKept()) && (await mayDeleteKept())) {
        await photos.deleteKept();
        notify({ key: 'profile.consent.deleted', kind: 'done' });
      }
    }, 'The kept photos could not be deleted');
    if (isDone) {
      this.querySelector<HTMLElement>('[data-testid=consent-read]')?.focus();
    }
  }
}

function mayDeleteKept(): Promise<boolean> {
  return confirmed({
    title: text('profile.consent.kept.title'),
    explanation: text('profile.consent.kept'),
    action: text('profile.consent.kept.delete'),
  });
}

declare global {
  interface HTMLElementTagNameMap {
    'profile-privacy': ProfilePrivacy;
  }
}
