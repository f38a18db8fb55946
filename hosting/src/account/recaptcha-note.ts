import { html } from 'lit';
import { text } from '../messages/messages';

/** What Google asks a page to say that shows no sign of reCAPTCHA by itself. */
export function recaptchaNote() {
  return html`
    <p class="soft" data-testid="recaptcha-note">
      ${text('account.recaptcha')}
      <a href="https://policies.google.com/privacy" target="_blank" rel="noreferrer"
        >${text('account.recaptcha.privacy')}</a
      >
      ·
      <a href="https://policies.google.com/terms" target="_blank" rel="noreferrer"
        >${text('account.recaptcha.terms')}</a
      >
    </p>
  `;
}
