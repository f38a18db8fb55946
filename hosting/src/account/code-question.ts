import { html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { text } from '../messages/messages';
import { LightDomElement } from '../shared/light-dom-element';
import type { Account } from './account';
import { codeField, typedCode } from './code-field';
import '../shared/dialog.css';

/** Asks for the code of a person's authenticator app whenever {@link Account} needs it to go on. */
@customElement('code-question')
export class CodeQuestion extends LightDomElement {
  @property({ attribute: false }) account: Account | undefined;

  @state() private isOpen = false;
  @state() private isAgain = false;

  @query('dialog') private dialog!: HTMLDialogElement;
  @query('[name=code]') private input!: HTMLInputElement | null;

  private answer: ((code: string | undefined) => void) | undefined;

  protected override willUpdate(): void {
    if (this.account) {
      this.account.askCode = this.ask;
    }
  }

  private readonly ask = async (isAgain: boolean): Promise<string | undefined> => {
    this.isOpen = true;
    this.isAgain = isAgain;
    await this.updateComplete;
    this.dialog.showModal();
    return new Promise((resolve) => {
      this.answer = resolve;
    });
  };

  protected override render() {
    return html`
      <dialog
        class="card dialog"
        aria-labelledby="code-question-title"
        data-testid="code-question"
        @close=${() => {
          this.end(undefined);
        }}
      >
        ${this.isOpen ? this.form() : nothing}
      </dialog>
    `;
  }

  private form() {
    return html`
      <form class="dialog-form" @submit=${this.submit}>
        <h2 id="code-question-title">${text('account.factor.ask')}</h2>
        <p class="soft">${text('account.factor.ask.explained')}</p>
        ${codeField('code-question-error')}
        <div id="code-question-error" role="alert">
          ${
            this.isAgain
              ? html`<p class="trouble" data-testid="code-wrong">${text('account.error.code')}</p>`
              : nothing
          }
        </div>
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
          <button class="button primary" type="submit" data-testid="code-submit">
            ${text('account.confirm')}
          </button>
        </div>
      </form>
    `;
  }

  private submit(event: Event) {
    event.preventDefault();
    if (this.input) {
      this.end(typedCode(this.input));
      this.dialog.close();
    }
  }

  private end(code: string | undefined) {
    this.answer?.(code);
    this.answer = undefined;
    this.isOpen = false;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'code-question': CodeQuestion;
  }
}
