import { html } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { text } from '../messages/messages';
import { LightDomElement } from '../shared/light-dom-element';
import type { Account } from './account';
import { AccountTask } from './account-task';
import { checkPassword } from './account-trouble';
import { googleButton } from './google-button';
import '../shared/dialog.css';
import './password-field';

/**
 * Has a person show once more that it is them, as before their account is erased. Call
 * {@link ConfirmIdentity.ask}.
 */
@customElement('confirm-identity')
export class ConfirmIdentity extends LightDomElement {
  @property({ attribute: false }) account!: Account;

  @state() private isOpen = false;

  @query('dialog') private dialog!: HTMLDialogElement;
  @query('[name=confirm-password]') private passwordInput!: HTMLInputElement | null;

  private readonly task = new AccountTask(this);
  private answer: ((isConfirmed: boolean) => void) | undefined;

  /**
   * Resolves to whether the person has shown that it is them. A guest is asked nothing: this browser's
   * session shows it.
   *
   * @throws FirebaseError if a guest's session has ended, or cannot be asked for
   */
  async ask(): Promise<boolean> {
    if (this.account.person?.isGuest ?? true) {
      await this.account.renewToken();
      return true;
    }
    this.isOpen = true;
    await this.updateComplete;
    this.dialog.showModal();
    return new Promise((resolve) => {
      this.answer = resolve;
    });
  }

  protected override render() {
    const { person } = this.account;
    return html`
      <dialog
        class="card dialog"
        aria-labelledby="confirm-identity-title"
        data-testid="confirm-identity"
        @close=${() => {
          this.end(false);
        }}
      >
        ${this.isOpen && person ? this.form(person.hasPassword, person.hasGoogle) : ''}
      </dialog>
    `;
  }

  private form(hasPassword: boolean, hasGoogle: boolean) {
    return html`
      <form class="dialog-form" novalidate aria-busy=${this.task.isBusy} @submit=${this.confirm}>
        <h2 id="confirm-identity-title">${text('account.confirm.title')}</h2>
        <p class="soft">${text('account.confirm.explained')}</p>
        ${
          hasPassword
            ? html`<password-field
                name="confirm-password"
                test-id="confirm-password"
                .label=${text('account.password')}
                error-id="confirm-identity-error"
              ></password-field>`
            : ''
        }
        ${
          hasGoogle
            ? googleButton(
                text('account.google'),
                this.task.isBusy,
                () => void this.prove(() => this.account.confirmWithGoogle()),
                'confirm-google',
              )
            : ''
        }
        ${this.task.outcome('confirm-identity-error')}
        <div class="dialog-actions">
          <button
            class="button"
            type="button"
            @click=${() => {
              this.dialog.close();
            }}
          >
            ${text('account.cancel')}
          </button>
          ${
            hasPassword
              ? html`<button
                  class="button primary"
                  type="submit"
                  data-testid="confirm-identity-submit"
                  ?disabled=${this.task.isBusy}
                >
                  ${text('account.confirm')}
                </button>`
              : ''
          }
        </div>
      </form>
    `;
  }

  private async confirm(event: Event) {
    event.preventDefault();
    const password = this.passwordInput?.value ?? '';
    await this.prove(() => this.account.confirmPassword(password), password);
  }

  private async prove(act: () => Promise<void>, password?: string) {
    const mistake = password === undefined ? undefined : checkPassword(password, false);
    if (await this.task.run(act, { mistake, asksPasswordOnly: true })) {
      this.end(true);
      this.dialog.close();
    }
  }

  private end(isConfirmed: boolean) {
    this.answer?.(isConfirmed);
    this.answer = undefined;
    this.isOpen = false;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'confirm-identity': ConfirmIdentity;
  }
}
