import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { recaptchaNote } from '../account/recaptcha-note';
import { troubleMessage } from '../firebase/trouble';
import { text, type MessageKey } from '../messages/messages';
import { LightDomElement } from '../shared/light-dom-element';
import { nextPaint } from '../shared/next-paint';
import type { Consent } from './consent';
import { timeOf } from './retention';
import './retention-table';
import '../shared/dialog.css';
import '../shared/disclosure.css';
import './consent-notice.css';

const POINTS = ['read', 'stored', 'long', 'not-for'] as const;

/**
 * What is read and stored, for how long and what it is not for, before the first camera or photo
 * (GDPR Art. 7 and 13; EU AI Act Art. 50(3)). Opens when {@link Consent} asks.
 */
@customElement('consent-notice')
export class ConsentNotice extends LightDomElement {
  @property({ attribute: false }) consent!: Consent;
  /** Whether reCAPTCHA watches over the page. */
  @property({ type: Boolean, attribute: 'uses-recaptcha' }) usesRecaptcha = false;

  @state() private busy = false;
  @state() private trouble: MessageKey | undefined;

  @query('dialog') private dialog!: HTMLDialogElement;

  private unwatch: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.unwatch = this.consent.watch(() => {
      this.requestUpdate();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.unwatch?.();
  }

  protected override render() {
    return html`
      <dialog
        class="card dialog consent-notice"
        aria-labelledby="consent-title"
        data-testid="consent-notice"
        @cancel=${this.cancel}
      >
        <h2 id="consent-title" tabindex="-1" autofocus>${text('consent.title')}</h2>
        ${
          this.consent.isOutdated
            ? html`<p class="note" data-testid="consent-changed">${text('consent.changed')}</p>`
            : nothing
        }
        <dl>
          ${POINTS.map(
            (point) => html`
              <dt>${text(`consent.point.${point}`)}</dt>
              <dd class="soft">
                ${text(`consent.text.${point}`, { photo: timeOf('photo'), backups: timeOf('backups') })}
                ${point === 'long' ? this.everything() : nothing}
              </dd>
            `,
          )}
        </dl>
        <p>${text('consent.choice')}</p>
        ${this.usesRecaptcha ? recaptchaNote() : nothing}
        <div role="alert">
          ${this.trouble ? html`<p class="trouble">${text(this.trouble)}</p>` : nothing}
        </div>
        <div class="dialog-actions">${this.consent.isGiven ? this.closing() : this.choices()}</div>
      </dialog>
    `;
  }

  private everything() {
    return html`
      <details class="disclosure">
        <summary data-testid="retention-open">${text('retention.open')}</summary>
        <retention-table></retention-table>
      </details>
    `;
  }

  private choices() {
    return html`
      <button
        class="button"
        type="button"
        data-testid="consent-decline"
        @click=${() => this.answer(false)}
      >
        ${text('consent.decline')}
      </button>
      <button
        class="button primary"
        type="button"
        data-testid="consent-accept"
        ?disabled=${this.busy}
        @click=${() => this.answer(true)}
      >
        ${text('consent.accept')}
      </button>
    `;
  }

  /** Who has agreed already only reads. */
  private closing() {
    return html`
      <span class="soft">${text('consent.given')}</span>
      <button
        class="button primary"
        type="button"
        data-testid="consent-close"
        @click=${() => this.answer(false)}
      >
        ${text('consent.close')}
      </button>
    `;
  }

  protected override updated(_changed: PropertyValues): void {
    if (this.consent.isOpen && !this.dialog.open) {
      this.dialog.showModal();
      this.dialog.scrollTop = 0;
    } else if (!this.consent.isOpen && this.dialog.open) {
      this.dialog.close();
    }
  }

  private cancel(event: Event) {
    event.preventDefault();
    void this.answer(false);
  }

  private async answer(agreed: boolean) {
    this.busy = true;
    this.trouble = undefined;
    // Taking a dialog away takes a slow phone a while, and the button shows before that it is pressed.
    await nextPaint();
    try {
      await this.consent.answer(agreed);
    } catch (error) {
      this.trouble = troubleMessage(error);
    }
    this.busy = false;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'consent-notice': ConsentNotice;
  }
}
