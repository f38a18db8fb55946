import { html, type TemplateResult } from 'lit';
import { text } from '../messages/messages';

/** The field for the code that an authenticator app shows; its name is `code`. */
export function codeField(errorId: string): TemplateResult {
  return html`
    <label class="field">
      <span>${text('account.factor.code')}</span>
      <input
        name="code"
        inputmode="numeric"
        autocomplete="one-time-code"
        maxlength="7"
        dir="ltr"
        required
        data-testid="factor-code"
        aria-describedby=${errorId}
      />
    </label>
  `;
}

/** What was typed, without the space that apps show in the middle. */
export function typedCode(input: HTMLInputElement): string {
  return input.value.replace(/\s/g, '');
}
