import { html, nothing, type TemplateResult } from 'lit';
import { text } from '../messages/messages';

interface EmailField {
  readonly testId: string;
  /** Names the element that says what is wrong. */
  readonly errorId: string;
  /** The address that is known already. */
  readonly value?: string;
  /** Whether that cannot be changed here. */
  readonly isFixed?: boolean;
  readonly isInvalid?: boolean;
}

/** The field for an e-mail address; its name is `email`. */
export function emailField({
  testId,
  errorId,
  value = '',
  isFixed = false,
  isInvalid,
}: EmailField): TemplateResult {
  return html`
    <label class="field">
      <span>${text('account.email')}</span>
      <input
        name="email"
        type="email"
        autocomplete="username"
        inputmode="email"
        autocapitalize="none"
        spellcheck="false"
        dir="ltr"
        data-testid=${testId}
        .value=${value}
        ?readonly=${isFixed}
        aria-invalid=${isInvalid ?? nothing}
        aria-describedby=${errorId}
      />
    </label>
  `;
}
