import { html } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { text } from '../messages/messages';
import { LightDomElement } from '../shared/light-dom-element';
import type { Account } from './account';
import { AccountTask } from './account-task';
import { checkPassword } from './account-trouble';
import { newPasswordField, savePasswordButton } from './new-password-field';
import './password-field';
import type { PasswordField } from './password-field';

/** Changes the password of who knows the current one. */
@customElement('change-password')
export class ChangePassword extends LightDomElement {
  @property({ attribute: false }) account!: Account;

  @query('[name=current-password]') private currentInput!: HTMLInputElement;
  @query('[name=new-password]') private nextInput!: HTMLInputElement;

  private readonly task = new AccountTask(this);

  protected override render() {
    return html`
      <details data-testid="change-password">
        <summary>${text('account.password.change')}</summary>
        <form novalidate aria-busy=${this.task.isBusy} @submit=${this.change}>
          <password-field
            name="current-password"
            test-id="current-password"
            .label=${text('account.password.current')}
            error-id="change-password-error"
          ></password-field>
          ${newPasswordField('change-password-error')} ${this.task.outcome('change-password-error')}
          ${savePasswordButton(this.task.isBusy)}
        </form>
      </details>
    `;
  }

  private async change(event: Event) {
    event.preventDefault();
    const current = this.currentInput.value;
    const next = this.nextInput.value;
    const isDone = await this.task.run(() => this.account.changePassword(current, next), {
      mistake:
        checkPassword(current, false) ?? checkPassword(next, true, this.account.person?.email),
      done: 'account.password.changed',
      asksPasswordOnly: true,
    });
    if (isDone) {
      this.querySelectorAll<PasswordField>('password-field').forEach((field) => {
        field.clear();
      });
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'change-password': ChangePassword;
  }
}
