import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { text } from '../messages/messages';
import { LightDomElement } from '../shared/light-dom-element';
import type { Emotion } from './emotion';
import { emotionFace } from './emotion-face';
import './mood-buttons.css';

/** The order in which moods are offered to be picked: the pleasant ones first. */
const OFFERED: readonly Emotion[] = [
  'happy',
  'neutral',
  'sad',
  'surprise',
  'angry',
  'fear',
  'disgust',
];

/** A button for each mood, for who says themselves how they feel. Fires `pick` with an {@link Emotion}. */
@customElement('mood-buttons')
export class MoodButtons extends LightDomElement {
  /** Whether none can be picked now. */
  @property({ type: Boolean }) disabled = false;
  /** Whether the buttons begin where the lines above them begin, and are not centred. */
  @property({ type: Boolean, reflect: true }) aligned = false;

  protected override render() {
    return html`
      <div class="moods" role="group" aria-label=${text('manual.question')}>
        ${OFFERED.map(
          (emotion) => html`
            <button
              type="button"
              ?disabled=${this.disabled}
              data-testid=${`mood-pick-${emotion}`}
              @click=${() => {
                this.emit('pick', emotion);
              }}
            >
              ${emotionFace(emotion)} ${text(`emotion.${emotion}`)}
            </button>
          `,
        )}
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mood-buttons': MoodButtons;
  }
}
