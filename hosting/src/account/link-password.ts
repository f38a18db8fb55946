import { html } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { text } from '../messages/messages';
import { LightDomElement } from '../shared/light-dom-element';
import type { Account } from './account';
import { AccountTask } from './account-task';
import { checkCredentials } from './account-trouble';
import { emailField } from './email-field';
import './password-field';

/**
 * Gives a guest an account, or who signs in with Google a password. Everything made so far stays,
 * because the person stays the same to Firebase.
 */
@customElement('link-password')
export class LinkPassword extends LightDomElement {
  @property({ attribute: false }) account!: Account;
  /** The address that is known already; a guest has none. */
  @property() email = '';

  @query('[name=email]') private emailInput!: HTMLInputElement;
  @query('[name=link-password]') private passwordInput!: HTMLInputElement;

  private readonly task = new AccountTask(this);

  /** The address that is typed so far. */
  get typedEmail(): string {
    return this.emailInput.value.trim();
  }

  protected override render() {
    return html`
      <form novalidate aria-busy=${this.task.isBusy} @submit=${this.link}>
        ${emailField({
          testId: 'link-email',
          errorId: 'link-password-error',
          value: this.email,
          isFixed: this.email !== '',
        })}
        <password-field
          name="link-password"
          test-id="link-password"
          autocomplete="new-password"
          .label=${text('account.password')}
          .hint=${text('account.password.hint')}
          error-id="link-password-error"
        ></password-field>
        ${this.task.outcome('link-password-error')}
        <button
          class="button primary"
          type="submit"
          data-testid="link-account"
          ?disabled=${this.task.isBusy}
        >
          ${text(this.email ? 'account.password.add' : 'account.sign-up')}
        </button>
      </form>
    `;
  }

  private async link(event: Event) {
    event.preventDefault();
    const email = this.emailInput.value.trim();
    const password = this.passwordInput.value;
    const isLinked = await this.task.run(() => this.account.linkPassword(email, password), {
      mistake: checkCredentials(email, password, true),
    });
    if (isLinked) {
      this.emit('linked');
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'link-password': LinkPassword;
  }
}
