import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { text } from '../messages/messages';
import { LightDomElement } from '../shared/light-dom-element';
import type { Question } from './journey';

/**
 * Asks before a photo is sent: because it could be better, or because it was left behind. Fires
 * `proceed` or `discard`.
 */
@customElement('journey-question')
export class JourneyQuestion extends LightDomElement {
  @property() question: Question = 'unsent';

  protected override firstUpdated(): void {
    this.querySelector('h2')?.focus();
  }

  protected override render() {
    const { question } = this;
    const isUnsent = question === 'unsent';
    return html`
      <section class="journey-question" data-testid="advice" data-advice=${question}>
        <h2 tabindex="-1">${text(`advice.title.${question}`)}</h2>
        <p class="soft">${text(`advice.text.${question}`)}</p>
        <div class="journey-answers">
          <button
            class="button ${isUnsent ? '' : 'primary'}"
            type="button"
            data-testid="advice-other"
            @click=${() => {
              this.emit('discard');
            }}
          >
            ${text(isUnsent ? 'advice.delete' : 'advice.another')}
          </button>
          <button
            class="button ${isUnsent ? 'primary' : ''}"
            type="button"
            data-testid="advice-proceed"
            @click=${() => {
              this.emit('proceed');
            }}
          >
            ${text(isUnsent ? 'advice.send' : 'advice.proceed')}
          </button>
        </div>
      </section>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'journey-question': JourneyQuestion;
  }
}
