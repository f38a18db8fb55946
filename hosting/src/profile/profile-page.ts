import { html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../account/account-settings';
import { troubleMessage } from '../firebase/trouble';
import { text } from '../messages/messages';
import type { Session } from '../session/session';
import type { Profile, ProfileChange } from '../settings/profile';
import { announce } from '../shared/announcer';
import { LightDomElement } from '../shared/light-dom-element';
import { notify } from '../shared/notices';
import './account-trail';
import './profile-data';
import './profile-page.css';
import './profile-person';
import './profile-preferences';
import './profile-privacy';

/** Who the person is to Moodify, how they want it, and what becomes of their data. */
@customElement('profile-page')
export class ProfilePage extends LightDomElement {
  @property({ attribute: false }) session!: Session;

  /** Absent until it is known. */
  @state() private profile: Profile | undefined;

  private unwatch: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.unwatch = this.session.profile.watch((profile) => {
      this.profile = profile;
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.unwatch?.();
  }

  protected override render() {
    const { session, profile } = this;
    return html`
      <div class="profile" @save=${this.save} aria-busy=${!profile}>
        <h1 tabindex="-1">${text('profile.page.title')}</h1>
        ${
          profile
            ? html`
                <div class="profile-column">
                  <profile-person .session=${session} .profile=${profile}></profile-person>
                  <profile-preferences .profile=${profile}></profile-preferences>
                  <profile-privacy .session=${session} .profile=${profile}></profile-privacy>
                </div>
                <div class="profile-column">
                  <section class="card profile-section" aria-labelledby="sign-in-title">
                    <h2 id="sign-in-title">${text('profile.account')}</h2>
                    <account-settings .account=${session.account}></account-settings>
                    <account-trail .session=${session}></account-trail>
                  </section>
                  <profile-data .session=${session}></profile-data>
                </div>
              `
            : html`<p class="soft" role="status">${text('profile.loading')}</p>`
        }
      </div>
    `;
  }

  /** What is not allowed shows again as it was, because the store publishes what really holds. */
  private async save({ detail: change }: CustomEvent<ProfileChange>) {
    try {
      await this.session.profile.save(change);
      announce(text('profile.saved'));
    } catch (error) {
      console.warn('The profile could not be saved', error);
      notify({ key: troubleMessage(error), kind: 'trouble' });
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'profile-page': ProfilePage;
  }
}
