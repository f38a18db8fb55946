import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { text } from '../messages/messages';
import { LightDomElement } from '../shared/light-dom-element';
import { GOALS, type Goal } from './goal';
import '../shared/segments.css';
import './goal-picker.css';

/**
 * Lets a person say what the music is to do. Fires `goal` with a {@link Goal}, and `default-goal` with
 * one that is to hold for all that is to come.
 */
@customElement('goal-picker')
export class GoalPicker extends LightDomElement {
  @property() goal: Goal = 'match';
  /** What holds unless it is said otherwise; absent where that cannot be changed. */
  @property({ attribute: false }) defaultGoal: Goal | undefined;
  /** Whether it stands beside what it acts on, and needs no words of its own. */
  @property({ type: Boolean, reflect: true }) compact = false;

  protected override render() {
    return html`
      <fieldset class="goal-picker">
        <legend class=${this.compact ? 'visually-hidden' : nothing}>${text('goal.title')}</legend>
        <div class="segments">${GOALS.map((goal) => this.segment(goal))}</div>
      </fieldset>
      ${this.defaultGoal && this.defaultGoal !== this.goal ? this.defaultButton() : nothing}
    `;
  }

  private defaultButton() {
    return html`
      <button
        type="button"
        class="quiet goal-default"
        data-testid="goal-default"
        @click=${() => {
          this.emit('default-goal', this.goal);
        }}
      >
        ${text('goal.make-default', { goal: text(`goal.${this.goal}`) })}
      </button>
    `;
  }

  private segment(goal: Goal) {
    return html`
      <label>
        <input
          type="radio"
          name="goal"
          value=${goal}
          data-testid=${`goal-${goal}`}
          .checked=${this.goal === goal}
          @change=${() => {
            this.emit('goal', goal);
          }}
        />
        <span class="segment">
          <strong>${text(`goal.${goal}`)}</strong>
          ${this.compact ? nothing : html`<small>${text(`goal.hint.${goal}`)}</small>`}
        </span>
      </label>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'goal-picker': GoalPicker;
  }
}
