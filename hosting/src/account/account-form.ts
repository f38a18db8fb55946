import { html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { text } from '../messages/messages';
import { LightElement } from '../shared/light-element';
import type { Account } from './account';
import { accountTrouble, checkCredentials, type AccountTrouble } from './account-trouble';
import './account-form.css';

/** Signs a person in, or up with the same two fields. Who is signed in is told by {@link Account}. */
@customElement('account-form')
export class AccountForm extends LightElement {
  @property({ attribute: false }) account!: Account;

  @state() private busyWith: 'sign-in' | 'sign-up' | undefined;
  @state() private trouble: AccountTrouble | undefined;
  @state() private showsPassword = false;

  @query('[name=email]') private emailField!: HTMLInputElement;
  @query('[name=password]') private passwordField!: HTMLInputElement;

  protected override render() {
    const busy = this.busyWith !== undefined;
    return html`
      <form class="card account-form" novalidate aria-busy=${busy} @submit=${this.signIn}>
        <h2>${text('account.title')}</h2>
        <p class="soft">${text('account.subtitle')}</p>
        <label class="field">
          <span>${text('account.email')}</span>
          <input
            name="email"
            type="email"
            autocomplete="username"
            inputmode="email"
            autocapitalize="none"
            spellcheck="false"
            data-testid="email"
            aria-invalid=${this.trouble?.field === 'email'}
            aria-describedby="account-error"
          />
        </label>
        ${this.passwordRow()} ${this.troubleRow()}
        <div class="account-actions">
          <button class="button primary" type="submit" data-testid="sign-in" ?disabled=${busy}>
            ${text(this.busyWith === 'sign-in' ? 'account.signing-in' : 'account.sign-in')}
          </button>
          <button
            class="button"
            type="button"
            data-testid="sign-up"
            ?disabled=${busy}
            @click=${this.signUp}
          >
            ${text(this.busyWith === 'sign-up' ? 'account.signing-up' : 'account.sign-up')}
          </button>
        </div>
      </form>
    `;
  }

  private passwordRow() {
    return html`
      <div class="field">
        <label for="password">${text('account.password')}</label>
        <div class="password-box">
          <input
            id="password"
            name="password"
            type=${this.showsPassword ? 'text' : 'password'}
            autocomplete="current-password"
            autocapitalize="none"
            spellcheck="false"
            data-testid="password"
            aria-invalid=${this.trouble?.field === 'password'}
            aria-describedby="password-hint account-error"
          />
          <button
            class="quiet"
            type="button"
            aria-pressed=${this.showsPassword}
            aria-label=${text('account.password.show.label')}
            @click=${this.togglePassword}
          >
            ${text('account.password.show')}
          </button>
        </div>
        <small class="soft" id="password-hint">${text('account.password.hint')}</small>
      </div>
    `;
  }

  private troubleRow() {
    return html`
      <div id="account-error" role="alert">
        ${
          this.trouble
            ? html`<p class="trouble" data-testid="error">${text(this.trouble.key)}</p>`
            : nothing
        }
      </div>
    `;
  }

  private togglePassword() {
    this.showsPassword = !this.showsPassword;
  }

  private async signIn(event: Event) {
    event.preventDefault();
    await this.perform('sign-in', (email, password) => this.account.signIn(email, password));
  }

  private async signUp() {
    await this.perform('sign-up', (email, password) => this.account.signUp(email, password));
  }

  private async perform(
    action: 'sign-in' | 'sign-up',
    enter: (email: string, password: string) => Promise<void>,
  ) {
    if (this.busyWith) {
      return;
    }
    const email = this.emailField.value.trim();
    const password = this.passwordField.value;
    this.trouble = checkCredentials(email, password, action === 'sign-up');
    if (!this.trouble) {
      this.busyWith = action;
      try {
        await enter(email, password);
      } catch (error) {
        this.trouble = accountTrouble(error);
      }
      this.busyWith = undefined;
    }
    await this.updateComplete;
    if (this.trouble?.field) {
      (this.trouble.field === 'email' ? this.emailField : this.passwordField).focus();
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'account-form': AccountForm;
  }
}
