import { html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { text, type MessageKey } from '../messages/messages';
import { LightDomElement } from '../shared/light-dom-element';
import { nextPaint } from '../shared/next-paint';
import type { Account } from './account';
import './account-form.css';
import { accountTrouble, checkCredentials, type AccountTrouble } from './account-trouble';
import { emailField } from './email-field';
import { googleButton } from './google-button';
import './password-field';
import type { PasswordField } from './password-field';
import { recaptchaNote } from './recaptcha-note';

type Action = 'sign-in' | 'sign-up' | 'google' | 'reset';

/**
 * Signs a person in, or up with the same two fields, or in with Google. Who is signed in is reported by
 * {@link Account}.
 */
@customElement('account-form')
export class AccountForm extends LightDomElement {
  /** Absent until the page knows its project. */
  @property({ attribute: false }) account: Account | undefined;
  /** What went wrong on the way back from Google, if anything did. */
  @property({ attribute: false }) trouble: AccountTrouble | undefined;
  /** Whether reCAPTCHA watches over the page. */
  @property({ type: Boolean, attribute: 'uses-recaptcha' }) usesRecaptcha = false;

  @state() private busyWith: Action | undefined;
  @state() private done: MessageKey | undefined;

  @query('[name=email]') private emailField!: HTMLInputElement;
  @query('password-field') private passwordField!: PasswordField;

  protected override render() {
    const busy = this.busyWith !== undefined || !this.account;
    return html`
      <form class="card account-form" novalidate aria-busy=${busy} @submit=${this.signIn}>
        <h2>${text('account.title')}</h2>
        <p class="soft">${text('account.subtitle')}</p>
        ${emailField({
          testId: 'email',
          errorId: 'account-error',
          isInvalid: this.trouble?.field === 'email',
        })}
        <password-field
          .label=${text('account.password')}
          .hint=${text('account.password.hint')}
          error-id="account-error"
          ?invalid=${this.trouble?.field === 'password'}
        ></password-field>
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
          ${this.outcome()}
          <button
            class="quiet"
            type="button"
            data-testid="reset-password"
            ?disabled=${busy}
            @click=${this.reset}
          >
            ${text('account.forgotten')}
          </button>
        </div>
        ${(this.account?.ways.google ?? true) ? this.google(busy) : nothing}
        ${this.usesRecaptcha ? recaptchaNote() : nothing}
      </form>
    `;
  }

  /** Until it is known whether there is this way, its place is kept, so that nothing moves. */
  private google(busy: boolean) {
    return html`
      <div class="account-google ${this.account ? '' : 'unseen'}">
        <p class="account-or soft"><span>${text('account.or')}</span></p>
        ${googleButton(text('account.google'), busy, () => void this.enterWithGoogle())}
      </div>
    `;
  }

  /** Below the buttons: what was pressed stays where it is when something is wrong. */
  private outcome() {
    return html`
      <div id="account-error" role="alert">
        ${
          this.trouble
            ? html`<p class="trouble" data-testid="error">${text(this.trouble.key)}</p>`
            : nothing
        }
      </div>
      <div role="status">
        ${
          this.done
            ? html`<p class="note" data-testid="account-done">${text(this.done)}</p>`
            : nothing
        }
      </div>
    `;
  }

  private async signIn(event: Event) {
    event.preventDefault();
    const { email, password } = this.typed();
    await this.perform('sign-in', checkCredentials(email, password, false), (account) =>
      account.signIn(email, password),
    );
  }

  private async signUp() {
    const { email, password } = this.typed();
    await this.perform('sign-up', checkCredentials(email, password, true), (account) =>
      account.signUp(email, password),
    );
  }

  private async reset() {
    const { email } = this.typed();
    // Only the address counts.
    await this.perform('reset', checkCredentials(email, 'any', false), async (account) => {
      await account.resetPassword(email);
      this.done = 'account.reset-sent';
    });
  }

  private async enterWithGoogle() {
    await this.perform('google', undefined, (account) => account.enterWithGoogle());
  }

  private typed() {
    return { email: this.emailField.value.trim(), password: this.passwordField.value };
  }

  private async perform(
    action: Action,
    mistake: AccountTrouble | undefined,
    act: (account: Account) => Promise<void>,
  ) {
    if (this.busyWith || !this.account) {
      return;
    }
    this.done = undefined;
    this.trouble = mistake;
    if (!mistake) {
      this.busyWith = action;
      try {
        await act(this.account);
      } catch (error) {
        this.trouble = accountTrouble(error);
      }
      this.busyWith = undefined;
    }
    if (this.trouble?.field) {
      // Looking for the focus' place holds up what is to be read.
      await nextPaint();
      (this.trouble.field === 'email' ? this.emailField : this.passwordField).focus();
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'account-form': AccountForm;
  }
}
