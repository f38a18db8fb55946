import { html, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { text } from '../messages/messages';
import { LightDomElement } from '../shared/light-dom-element';
import type { Account } from './account';
import './account-settings.css';
import { AccountTask } from './account-task';
import { checkCredentials } from './account-trouble';
import { emailField } from './email-field';
import { googleButton } from './google-button';
import './password-field';

/**
 * Signs a guest in to an account that they have already, and says before what becomes of their entries.
 * Who is signed in then is reported by {@link Account}, and the page of the guest goes with this form.
 */
@customElement('sign-in-instead')
export class SignInInstead extends LightDomElement {
  @property({ attribute: false }) account!: Account;
  /** The address that was typed already, if one was. */
  @property() email = '';

  @query('[name=email]') private emailInput!: HTMLInputElement;
  @query('[name=instead-password]') private passwordInput!: HTMLInputElement;

  private readonly task = new AccountTask(this);

  override focus(): void {
    this.emailInput.focus();
  }

  protected override render() {
    return html`
      <form novalidate aria-busy=${this.task.isBusy} @submit=${this.signIn}>
        <p class="note">${text('account.instead.explained')}</p>
        ${emailField({
          testId: 'instead-email',
          errorId: 'sign-in-instead-error',
          value: this.email,
        })}
        <password-field
          name="instead-password"
          test-id="instead-password"
          .label=${text('account.password')}
          error-id="sign-in-instead-error"
        ></password-field>
        <button
          class="button primary"
          type="submit"
          data-testid="sign-in-instead"
          ?disabled=${this.task.isBusy}
        >
          ${text(this.task.isBusy ? 'account.signing-in' : 'account.sign-in')}
        </button>
        ${this.task.outcome('sign-in-instead-error')}
        ${this.account.ways.google ? this.google() : nothing}
      </form>
    `;
  }

  private google() {
    return html`
      <p class="account-or soft"><span>${text('account.or')}</span></p>
      ${googleButton(
        text('account.google'),
        this.task.isBusy,
        () => void this.task.run(() => this.account.enterWithGoogleInstead()),
        'instead-google',
      )}
    `;
  }

  private async signIn(event: Event) {
    event.preventDefault();
    const email = this.emailInput.value.trim();
    const password = this.passwordInput.value;
    await this.task.run(() => this.account.signInInstead(email, password), {
      mistake: checkCredentials(email, password, false),
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sign-in-instead': SignInInstead;
  }
}
