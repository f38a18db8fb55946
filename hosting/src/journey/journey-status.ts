import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { asPercent, text, type MessageKey } from '../messages/messages';
import { expressionOf } from '../mood/mood';
import { customProperty } from '../shared/custom-property';
import { LightElement } from '../shared/light-element';
import { isUnderWay, SHOWN_STEPS, stepOf, type Journey, type Step } from './journey';
import './journey-status.css';

/**
 * Says in words where a journey stands, also to screen readers, and shows its steps. Fires `retry`
 * when the person wants to try again.
 */
@customElement('journey-status')
export class JourneyStatus extends LightElement {
  @property({ attribute: false }) journey: Journey | undefined;
  @property({ type: Boolean, attribute: 'can-retry' }) canRetry = false;

  protected override render() {
    const { journey } = this;
    const step = journey && stepOf(journey);
    return html`
      ${journey && step && isUnderWay(journey) ? this.steps(step, journey.uploaded ?? 0) : nothing}
      <p
        class="status"
        role="status"
        data-testid="status"
        data-status=${journey?.mood?.status ?? step ?? 'idle'}
        ?data-done=${step === 'done'}
      >
        ${this.words(step)}
      </p>
      <div role="alert">${this.trouble(step)}</div>
    `;
  }

  private steps(current: Step, uploaded: number) {
    const position = SHOWN_STEPS.findIndex((step) => step === current);
    return html`
      <ol class="steps" aria-hidden="true" ${customProperty('--uploaded', String(uploaded))}>
        ${SHOWN_STEPS.map(
          (step, index) => html`
            <li
              data-step=${step}
              data-state=${index < position ? 'done' : index === position ? 'current' : 'ahead'}
            >
              ${text(`step.${step}`)}
            </li>
          `,
        )}
      </ol>
    `;
  }

  private words(step: Step | undefined) {
    const { mood, uploaded = 0 } = this.journey ?? {};
    switch (step) {
      case undefined:
        return text('status.idle');
      case 'uploading':
        // Hidden from screen readers, which would read out every percent.
        return html`${text('status.uploading')}
          <span class="percent" aria-hidden="true">${asPercent(uploaded)}</span>`;
      case 'done':
        break;
      default:
        return text(`status.${step}`);
    }
    switch (mood?.status) {
      case 'no_face':
        return text('status.no-face');
      case 'failed':
        return text('status.failed');
      default: {
        const emotion = mood && expressionOf(mood);
        return emotion && (mood.status === 'ready' || mood.correction)
          ? text('status.ready', { emotion: text(`emotion.${emotion}`) })
          : text('status.unsure');
      }
    }
  }

  private trouble(step: Step | undefined) {
    const { mood, slow = false, trouble } = this.journey ?? {};
    if (mood?.status === 'failed') {
      return message(mood.errorMessage ?? text('mood.failed.unknown'));
    }
    const slowKey = step === 'uploading' ? 'trouble.slow-upload' : 'trouble.slow';
    const key: MessageKey | undefined = trouble ?? (slow ? slowKey : undefined);
    return key ? html`${message(text(key))} ${this.retry()}` : nothing;
  }

  private retry() {
    if (!this.canRetry) {
      return nothing;
    }
    return html`
      <button
        class="button"
        type="button"
        data-testid="retry"
        @click=${() => {
          this.emit('retry');
        }}
      >
        ${text('trouble.retry')}
      </button>
    `;
  }
}

function message(sentence: string) {
  return html`<p class="trouble" data-testid="error">${sentence}</p>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'journey-status': JourneyStatus;
  }
}
