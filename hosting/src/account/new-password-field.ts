import { html } from 'lit';
import { text } from '../messages/messages';
import './password-field';

/**
 * The field for a password that takes the place of another.
 *
 * @param errorId the id of the element that says what is wrong
 */
export function newPasswordField(errorId: string, isInvalid = false) {
  return html`
    <password-field
      name="new-password"
      test-id="new-password"
      autocomplete="new-password"
      .label=${text('account.password.new')}
      .hint=${text('account.password.hint')}
      error-id=${errorId}
      ?invalid=${isInvalid}
    ></password-field>
  `;
}

/** The button that saves it. */
export function savePasswordButton(isBusy: boolean) {
  return html`
    <button class="button primary" type="submit" data-testid="save-password" ?disabled=${isBusy}>
      ${text('account.password.save')}
    </button>
  `;
}
