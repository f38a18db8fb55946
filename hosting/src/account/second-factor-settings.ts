import { html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { text } from '../messages/messages';
import { LightDomElement } from '../shared/light-dom-element';
import type { Account } from './account';
import { AccountTask } from './account-task';
import { codeField, typedCode } from './code-field';
import type { Person } from './person';
import type { NewFactor } from './second-factor';

/** Has signing in take the code of an authenticator app, or no more. */
@customElement('second-factor-settings')
export class SecondFactorSettings extends LightDomElement {
  @property({ attribute: false }) account!: Account;
  @property({ attribute: false }) person!: Person;

  /** The app that is being set up. */
  @state() private factor: NewFactor | undefined;

  @query('[name=code]') private input!: HTMLInputElement;

  private readonly task = new AccountTask(this);

  protected override render() {
    return html`
      <details data-testid="second-factor">
        <summary>${text('account.factor')}</summary>
        <p class="soft" data-testid="second-factor-state">${text(this.says())}</p>
        ${this.factor ? this.setUp(this.factor) : this.button()}
        ${this.task.outcome('second-factor-error')}
      </details>
    `;
  }

  private says() {
    const { hasSecondFactor, emailVerified } = this.person;
    if (hasSecondFactor) {
      return 'account.factor.on';
    }
    return emailVerified ? 'account.factor.off' : 'account.factor.unverified';
  }

  private button() {
    const { hasSecondFactor, emailVerified } = this.person;
    if (!hasSecondFactor && !emailVerified) {
      return nothing;
    }
    return html`
      <button
        class="button"
        type="button"
        data-testid=${hasSecondFactor ? 'second-factor-remove' : 'second-factor-begin'}
        ?disabled=${this.task.isBusy}
        @click=${() => void (hasSecondFactor ? this.turnOff() : this.begin())}
      >
        ${text(hasSecondFactor ? 'account.factor.remove' : 'account.factor.begin')}
      </button>
    `;
  }

  private setUp({ key, address }: NewFactor) {
    return html`
      <form novalidate aria-busy=${this.task.isBusy} @submit=${this.finish}>
        <p>${text('account.factor.key')}</p>
        <p>
          <a href=${address} dir="ltr" data-testid="second-factor-key"
            ><code>${key.match(/.{1,4}/g)?.join(' ')}</code></a
          >
        </p>
        <p class="soft">${text('account.factor.keep')}</p>
        ${codeField('second-factor-error')}
        <button
          class="button primary"
          type="submit"
          data-testid="second-factor-finish"
          ?disabled=${this.task.isBusy}
        >
          ${text('account.factor.finish')}
        </button>
      </form>
    `;
  }

  private async begin() {
    await this.task.run(async () => {
      this.factor = await this.account.newSecondFactor();
    });
  }

  private async finish(event: Event) {
    event.preventDefault();
    const code = typedCode(this.input);
    const isDone = await this.task.run(
      async () => {
        await this.factor?.finish(code);
        await this.account.refresh();
      },
      { done: 'account.factor.done' },
    );
    if (isDone) {
      this.factor = undefined;
    }
  }

  private async turnOff() {
    await this.task.run(() => this.account.removeSecondFactor(), {
      done: 'account.factor.removed',
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'second-factor-settings': SecondFactorSettings;
  }
}
