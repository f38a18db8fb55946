import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { text } from '../messages/messages';
import { LightDomElement } from '../shared/light-dom-element';
import type { Account } from './account';
import './account-settings.css';
import { AccountTask } from './account-task';
import './change-password';
import { googleButton } from './google-button';
import './link-password';
import type { Person } from './person';
import './second-factor-settings';

/**
 * How a person signs in, for the profile: the address and whether it is confirmed, the password,
 * Google, and the way out of every browser. A guest is offered to become a person with an account;
 * fires `has-account` for one who has an account already.
 */
@customElement('account-settings')
export class AccountSettings extends LightDomElement {
  @property({ attribute: false }) account!: Account;

  @state() private person: Person | undefined;

  private readonly task = new AccountTask(this);
  private unwatch: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.unwatch = this.account.watch((person) => {
      this.person = person;
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.unwatch?.();
  }

  protected override render() {
    const { person, account } = this;
    if (!person) {
      return nothing;
    }
    return html`
      <div class="account-settings">
        ${person.isGuest ? this.guest() : this.address(person)}
        ${
          person.hasPassword
            ? html`<change-password .account=${account}></change-password>`
            : html`<link-password .account=${account} .email=${person.email}></link-password>`
        }
        ${this.google(person)}
        ${
          person.isGuest
            ? nothing
            : html`<second-factor-settings
                  .account=${account}
                  .person=${person}
                ></second-factor-settings>
                ${this.everywhere()}`
        }
        ${this.task.outcome('account-settings-error')}
      </div>
    `;
  }

  private guest() {
    return html`
      <div class="account-row">
        <p data-testid="guest">
          <strong>${text('account.guest')}</strong> ${text('account.guest.explained')}
        </p>
        <button
          class="quiet"
          type="button"
          data-testid="guest-has-account"
          @click=${() => {
            this.emit('has-account');
          }}
        >
          ${text('account.instead')}
        </button>
      </div>
    `;
  }

  private address({ email, emailVerified }: Person) {
    return html`
      <div class="account-row">
        <p>
          <span class="soft">${text('account.email')}</span>
          <strong data-testid="account-email"><bdi>${email}</bdi></strong>
          <span class="chip" data-testid="email-state">
            ${text(emailVerified ? 'account.verified' : 'account.unverified')}
          </span>
        </p>
        ${
          emailVerified
            ? nothing
            : html`
                <button
                  class="button"
                  type="button"
                  data-testid="verify-email"
                  ?disabled=${this.task.isBusy}
                  @click=${() =>
                    this.task.run(() => this.account.verifyEmail(), {
                      done: 'account.verify-sent',
                    })}
                >
                  ${text('account.verify')}
                </button>
              `
        }
      </div>
    `;
  }

  private google({ hasGoogle, isGuest }: Person) {
    if (hasGoogle) {
      return html`<p data-testid="google-linked">${text('account.google.linked')}</p>`;
    }
    if (!this.account.ways.google) {
      return nothing;
    }
    return googleButton(
      text(isGuest ? 'account.google' : 'account.google.link'),
      this.task.isBusy,
      () => {
        void this.task.run(() => this.account.linkGoogle(), { done: 'account.linked' });
      },
      'link-google',
    );
  }

  private everywhere() {
    return html`
      <div class="account-row">
        <p class="soft">${text('account.everywhere.explained')}</p>
        <button
          class="button"
          type="button"
          data-testid="sign-out-everywhere"
          ?disabled=${this.task.isBusy}
          @click=${() => this.task.run(() => this.account.signOutEverywhere())}
        >
          ${text('account.everywhere')}
        </button>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'account-settings': AccountSettings;
  }
}
