import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { asPercent, counted, text } from '../messages/messages';
import { customProperty } from '../shared/custom-property';
import { LightDomElement } from '../shared/light-dom-element';
import { byLikelihood, type Emotion, type EmotionScores } from './emotion';
import { emotionFace } from './emotion-face';
import { expressionOf, hasExpression, type Mood } from './mood';
import './mood-result.css';

/** How many expressions are offered when Moodify is not sure. */
const OFFERED = 3;

/**
 * What was read from a face. Fires `correction` with an {@link Emotion} when the person says what it
 * really is.
 */
@customElement('mood-result')
export class MoodResult extends LightDomElement {
  @property({ attribute: false }) mood!: Mood;
  /** Whether it was read some time ago. */
  @property({ type: Boolean }) past = false;

  private markedId: string | undefined;

  protected override updated(): void {
    if (hasExpression(this.mood) && this.markedId !== this.mood.id) {
      this.markedId = this.mood.id;
      performance.mark('emotion-shown', { detail: this.mood.id });
    }
  }

  protected override render() {
    switch (this.mood.status) {
      case 'ready':
      case 'unsure':
        return this.expression();
      case 'no_face':
        return this.withoutFace();
      default:
        return nothing;
    }
  }

  private expression() {
    const { scores, faces = 1, status } = this.mood;
    const emotion = expressionOf(this.mood);
    return html`
      <section class="card mood-result" data-emotion=${emotion ?? 'none'}>
        <div class="mood-headline">
          ${emotionFace(emotion)}
          <div>
            <p class="soft">${this.opening()}</p>
            <h2 data-testid="emotion">${emotion ? text(`emotion.${emotion}`) : nothing}</h2>
            ${this.confidence()}
          </div>
        </div>
        ${faces > 1 ? html`<p class="note" data-testid="several-faces">${counted('mood.faces', faces)}</p>` : nothing}
        ${scores && status === 'unsure' ? this.picker(scores) : nothing}
        ${
          scores
            ? html`<div class="mood-more">
                ${this.bars(scores)} ${this.others(scores, status === 'unsure' ? OFFERED : 0)}
              </div>`
            : nothing
        }
      </section>
    `;
  }

  /** Whether it is said what it is, by the person or for sure: until then nothing is chosen. */
  private get isSettled(): boolean {
    return this.mood.correction !== undefined || this.mood.status === 'ready';
  }

  private opening() {
    if (this.mood.correction) {
      return text('mood.corrected');
    }
    if (this.mood.source === 'manual') {
      return text('mood.picked');
    }
    return this.mood.status === 'unsure'
      ? text(this.past ? 'mood.unsure.past' : 'mood.unsure')
      : text(this.past ? 'mood.looks.past' : 'mood.looks');
  }

  private confidence() {
    const { confidence, correction } = this.mood;
    if (confidence === undefined || correction) {
      return nothing;
    }
    return html`<p class="confidence" data-testid="confidence">
      ${text('mood.confidence', { percent: asPercent(confidence) })}
    </p>`;
  }

  private picker(scores: EmotionScores) {
    return html`
      <fieldset class="mood-picker">
        <legend>${text('mood.correct')}</legend>
        ${byLikelihood(scores)
          .slice(0, OFFERED)
          .map(({ emotion }) => this.pick(emotion))}
      </fieldset>
    `;
  }

  /** What is not offered already: the person knows better than any model. */
  private others(scores: EmotionScores, offered: number) {
    return html`
      <details class="mood-others" data-testid="mood-others">
        <summary>${text(offered > 0 ? 'mood.none-of-these' : 'mood.not-right')}</summary>
        <fieldset class="mood-other">
          <legend class="visually-hidden">${text('mood.correct')}</legend>
          ${byLikelihood(scores)
            .slice(offered)
            .map(({ emotion }) => this.pick(emotion))}
        </fieldset>
      </details>
    `;
  }

  private pick(emotion: Emotion) {
    return html`
      <button
        class="button"
        type="button"
        aria-pressed=${expressionOf(this.mood) === emotion && this.isSettled}
        data-testid=${`correct-${emotion}`}
        @click=${() => {
          this.querySelector('.mood-others')?.removeAttribute('open');
          this.emit('correction', emotion);
        }}
      >
        ${emotionFace(emotion)} ${text(`emotion.${emotion}`)}
      </button>
    `;
  }

  private bars(scores: EmotionScores) {
    return html`
      <details class="mood-scores" data-testid="mood-scores">
        <summary>${text('mood.scores')}</summary>
        <dl class="score-bars">
          ${byLikelihood(scores).map(
            ({ emotion, score }) => html`
              <div data-emotion=${emotion} ${customProperty('--share', String(score))}>
                <dt>${text(`emotion.${emotion}`)}</dt>
                <dd>${asPercent(score)}</dd>
              </div>
            `,
          )}
        </dl>
      </details>
    `;
  }

  private withoutFace() {
    return html`
      <section class="card mood-result" data-testid="no-face">
        <div class="mood-headline">
          ${emotionFace(undefined)}
          <div>
            <h2>${text('mood.no-face.title')}</h2>
            <p class="soft">${text('mood.no-face.advice')}</p>
          </div>
        </div>
      </section>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mood-result': MoodResult;
  }
}
