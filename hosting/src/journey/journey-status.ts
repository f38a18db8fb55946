import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { asPercent, text, type MessageKey } from '../messages/messages';
import { expressionOf, isInHistory, type Mood } from '../mood/mood';
import { failureText } from '../mood/mood-failure';
import { customProperty } from '../shared/custom-property';
import { LightDomElement } from '../shared/light-dom-element';
import { isSending, isInFlight, shownSteps, stepOf, type Journey, type Step } from './journey';
import './journey-status.css';

/**
 * Says in words where a journey stands, also to screen readers, and shows its steps. Fires `retry`
 * when the person wants to try again, `discard` when they give the photo up, and `keep` when they want an
 * entry in their history that nothing was read from.
 */
@customElement('journey-status')
export class JourneyStatus extends LightDomElement {
  @property({ attribute: false }) journey: Journey | undefined;
  @property({ type: Boolean, attribute: 'can-retry' }) canRetry = false;

  protected override render() {
    const { journey } = this;
    const step = journey && stepOf(journey);
    return html`
      ${journey && step && isInFlight(journey) ? this.steps(step, journey) : nothing}
      <p
        class="status"
        role="status"
        data-testid="status"
        data-status=${journey?.mood?.status ?? step ?? 'idle'}
        ?data-done=${step === 'done'}
        ?hidden=${step === 'asking'}
      >
        ${this.words(step)}
      </p>
      <div role="alert">${this.trouble(step)}</div>
      ${journey?.mood && !isInHistory(journey.mood) ? this.unkept() : nothing}
      ${journey && isSending(journey) ? this.cancel() : nothing}
    `;
  }

  private steps(current: Step, journey: Journey) {
    const { uploaded = 0, waiting } = journey;
    const steps = shownSteps(journey);
    const position = steps.findIndex((step) => step === current);
    return html`
      <ol
        class="steps"
        aria-hidden="true"
        ?data-waiting=${waiting}
        ${customProperty('--uploaded', String(uploaded))}
      >
        ${steps.map(
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
    const { mood, uploaded = 0, waiting, resumed, past = false } = this.journey ?? {};
    switch (step) {
      case undefined:
        return text('status.idle');
      case 'asking':
        return nothing;
      case 'uploading':
        if (waiting) {
          return text('status.waiting');
        }
        // Hidden from screen readers, which would read out every percent.
        return html`${text(resumed ? 'status.resumed' : 'status.uploading')}
          <span class="percent" aria-hidden="true" data-testid="percent"
            >${asPercent(uploaded)}</span
          >`;
      case 'done':
        return mood && result(mood, past);
      default:
        return text(`status.${step}`);
    }
  }

  private trouble(step: Step | undefined) {
    const { mood, slow = false, trouble, waiting } = this.journey ?? {};
    if (mood?.status === 'failed') {
      return message(failureText(mood));
    }
    if (waiting) {
      return html`<p class="note" data-testid="waiting">${text('trouble.waiting')}</p>`;
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

  /** Nothing was read: only who wants to finds it in their history. */
  private unkept() {
    return html`
      <div class="unkept">
        <p class="soft">${text('journey.not-kept')}</p>
        <button
          class="quiet"
          type="button"
          data-testid="keep-entry"
          @click=${() => {
            this.emit('keep');
          }}
        >
          ${text('journey.keep')}
        </button>
      </div>
    `;
  }

  private cancel() {
    return html`
      <button
        class="quiet journey-cancel"
        type="button"
        data-testid="cancel"
        @click=${() => {
          this.emit('discard');
        }}
      >
        ${text('journey.cancel')}
      </button>
    `;
  }
}

function result(mood: Mood, past: boolean) {
  const emotion = expressionOf(mood);
  const values = { emotion: emotion ? text(`emotion.${emotion}`) : '' };
  if (mood.status === 'no_face') {
    return text('status.no-face');
  }
  if (mood.status === 'failed') {
    return text('status.failed');
  }
  if (mood.correction) {
    return text('status.corrected', values);
  }
  if (mood.source === 'manual') {
    return text('status.picked', values);
  }
  return emotion && mood.status === 'ready'
    ? text(past ? 'status.ready.past' : 'status.ready', values)
    : text(past ? 'status.unsure.past' : 'status.unsure');
}

function message(sentence: string) {
  return html`<p class="trouble" data-testid="error">${sentence}</p>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'journey-status': JourneyStatus;
  }
}
