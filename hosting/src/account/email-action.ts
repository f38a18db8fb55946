import {
  applyActionCode,
  checkActionCode,
  confirmPasswordReset,
  verifyPasswordResetCode,
  type Auth,
} from 'firebase/auth';
import { html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { codeOf } from '../firebase/trouble';
import { text, type MessageKey } from '../messages/messages';
import { LightDomElement } from '../shared/light-dom-element';
import type { Account } from './account';
import './account-settings.css';
import { AccountTask } from './account-task';
import { accountTrouble, checkPassword } from './account-trouble';
import './email-action.css';
import type { EmailLink, EmailMode } from './email-link';
import { newPasswordField, savePasswordButton } from './new-password-field';
import './password-field';
import type { PasswordField } from './password-field';

const TITLES: Readonly<Record<EmailMode, MessageKey>> = {
  resetPassword: 'account.action.reset',
  verifyEmail: 'account.action.verify',
  recoverEmail: 'account.action.recover',
  verifyAndChangeEmail: 'account.action.verify',
  revertSecondFactorAddition: 'account.action.revert',
};

/**
 * What the link of an e-mail leads to: a new password, an address that is confirmed, or an account as it
 * was before somebody changed its address or added a second factor. Dispatches `email-action-done` once there is nothing left
 * to do here.
 */
@customElement('email-action')
export class EmailAction extends LightDomElement {
  @property({ attribute: false }) auth!: Auth;
  @property({ attribute: false }) account!: Account;
  @property({ attribute: false }) link!: EmailLink;

  @state() private stage: 'looking' | 'asking' | 'done' | 'refused' = 'looking';
  @state() private refusal: MessageKey = 'account.action.invalid';
  /** Whose link it is, once that is known. */
  @state() private email = '';

  @query('password-field') private passwordField!: PasswordField;

  private readonly task = new AccountTask(this);

  protected override firstUpdated(): void {
    void this.look();
  }

  protected override render() {
    const { mode } = this.link;
    return html`
      <section class="card email-action" data-testid="email-action" data-stage=${this.stage}>
        <h1>${text(mode ? TITLES[mode] : 'account.action.verify')}</h1>
        <div role="status">
          ${
            this.stage === 'looking'
              ? html`<p class="soft">${text('account.action.looking')}</p>`
              : nothing
          }
          ${this.stage === 'done' ? html`<p class="note">${text(this.doneText())}</p>` : nothing}
        </div>
        ${this.stage === 'asking' ? this.question() : nothing}
        ${this.stage === 'done' ? this.afterwards() : nothing}
        ${this.stage === 'refused' ? this.refused() : nothing}
      </section>
    `;
  }

  private question() {
    return this.link.mode === 'resetPassword' ? this.passwordForm() : this.recovery();
  }

  private passwordForm() {
    return html`
      <form novalidate aria-busy=${this.task.isBusy} @submit=${this.choosePassword}>
        <p class="soft">${this.addressed('account.action.reset.explained')}</p>
        <input
          type="email"
          name="email"
          autocomplete="username"
          .value=${this.email}
          readonly
          hidden
        />
        ${newPasswordField('email-action-error', this.task.trouble?.field === 'password')}
        ${this.task.outcome('email-action-error')} ${savePasswordButton(this.task.isBusy)}
      </form>
    `;
  }

  /** Asked, and not done at once: programs that look for dangerous links follow them, too. */
  private recovery() {
    const action = this.reverts ? 'account.action.revert' : 'account.action.recover';
    return html`
      <p>
        ${this.addressed(
          this.reverts ? 'account.action.revert.explained' : 'account.action.recover.explained',
        )}
      </p>
      ${this.task.outcome('email-action-error')}
      <button
        class="button primary"
        type="button"
        data-testid="recover-email"
        ?disabled=${this.task.isBusy}
        @click=${this.recover}
      >
        ${text(action)}
      </button>
    `;
  }

  private afterwards() {
    return html`
      ${
        this.link.mode === 'recoverEmail' || this.reverts
          ? html`
              <p>
                ${text(
                  this.reverts
                    ? 'account.action.reverted.explained'
                    : 'account.action.recovered.explained',
                )}
              </p>
              ${this.task.outcome('email-action-error')}
              <button
                class="button"
                type="button"
                data-testid="reset-password"
                ?disabled=${this.task.isBusy}
                @click=${this.sendReset}
              >
                ${text('account.action.reset')}
              </button>
            `
          : nothing
      }
      <a class="button primary" href="/" data-testid="email-action-go">
        ${text('account.action.go')}
      </a>
    `;
  }

  private refused() {
    return html`
      <div role="alert">
        <p class="trouble" data-testid="error">${text(this.refusal)}</p>
      </div>
      ${
        this.refusal === 'account.error.network'
          ? html`<button class="button" type="button" @click=${() => void this.look()}>
              ${text('account.action.again')}
            </button>`
          : nothing
      }
      <a class="button primary" href="/" data-testid="email-action-go">
        ${text('account.action.go')}
      </a>
    `;
  }

  private get reverts(): boolean {
    return this.link.mode === 'revertSecondFactorAddition';
  }

  private addressed(key: MessageKey) {
    return text(key, { email: this.email });
  }

  private doneText(): MessageKey {
    switch (this.link.mode) {
      case 'recoverEmail':
        return 'account.action.recovered';
      case 'revertSecondFactorAddition':
        return 'account.action.reverted';
      case 'verifyAndChangeEmail':
        return 'account.action.address-changed';
      default:
        return 'account.action.verified';
    }
  }

  /** Finds out whose link it is; what needs no answer is done at once. */
  private async look() {
    this.stage = 'looking';
    const { mode, code } = this.link;
    try {
      if (mode === 'resetPassword') {
        this.email = await verifyPasswordResetCode(this.auth, code);
        this.stage = 'asking';
      } else if (mode === 'recoverEmail' || this.reverts) {
        const { data } = await checkActionCode(this.auth, code);
        this.email = data.email ?? '';
        this.stage = 'asking';
      } else if (mode) {
        await applyActionCode(this.auth, code);
        await this.refresh();
        this.stage = 'done';
      } else {
        this.stage = 'refused';
      }
    } catch (error) {
      console.warn('The link of an e-mail does not work', codeOf(error));
      this.refusal = accountTrouble(error)?.key ?? 'account.error.unknown';
      this.stage = 'refused';
    }
  }

  private async choosePassword(event: Event) {
    event.preventDefault();
    const password = this.passwordField.value;
    const isChosen = await this.task.run(
      () => confirmPasswordReset(this.auth, this.link.code, password),
      { mistake: checkPassword(password, true, this.email) },
    );
    if (!isChosen) {
      this.passwordField.focus();
      return;
    }
    // The code works once: who cannot be signed in now does so on the next page.
    await this.account.signIn(this.email, password).catch((error: unknown) => {
      console.warn('Not signed in with the new password', codeOf(error));
    });
    this.emit('email-action-done', 'account.password.changed' satisfies MessageKey);
  }

  private async recover() {
    if (await this.task.run(() => applyActionCode(this.auth, this.link.code))) {
      await this.refresh();
      this.stage = 'done';
    }
  }

  private async sendReset() {
    await this.task.run(() => this.account.resetPassword(this.email), {
      done: 'account.reset-sent',
    });
  }

  /** Whoever is signed in here may be another person, or have been signed out by what was done. */
  private async refresh() {
    await this.account.refresh().catch((error: unknown) => {
      console.warn('The account could not be looked at', codeOf(error));
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'email-action': EmailAction;
  }
}
