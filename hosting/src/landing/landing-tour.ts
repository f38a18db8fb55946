import { html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { text } from '../messages/messages';
import { announce } from '../shared/announcer';
import { icon } from '../shared/icons';
import { LightDomElement } from '../shared/light-dom-element';
import './landing-tour.css';
import { TOUR_PICTURES, type TourStep } from './tour-pictures';

const STEPS = Object.keys(TOUR_PICTURES) as TourStep[];

/** How long a step is shown while the tour runs, in milliseconds: half a minute for all of them. */
const STEP_MS = 30_000 / STEPS.length;

/**
 * How Moodify works, in four steps of a picture and a sentence. All sentences can be read at once; a step
 * that is pressed shows its picture, and the tour shows one after the other. Nothing moves before somebody
 * asks for it.
 */
@customElement('landing-tour')
export class LandingTour extends LightDomElement {
  @state() private step: TourStep = 'photo';
  @state() private isRunning = false;

  private timer: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop();
  }

  protected override render() {
    return html`
      <section class="tour" aria-labelledby="tour-title" data-running=${this.isRunning}>
        <header>
          <h2 id="tour-title">${text('landing.tour.title')}</h2>
          <button class="button" type="button" data-testid="tour-run" @click=${this.toggle}>
            ${icon(this.isRunning ? 'pause' : 'play')}
            ${text(this.isRunning ? 'landing.tour.stop' : 'landing.tour.run')}
          </button>
        </header>
        <div class="tour-stage card" data-step=${this.step} aria-hidden="true">
          ${TOUR_PICTURES[this.step]()}
        </div>
        <ol>
          ${STEPS.map((step) => this.one(step))}
        </ol>
      </section>
    `;
  }

  private one(step: TourStep) {
    const isShown = this.step === step;
    return html`
      <li>
        <button
          type="button"
          data-testid=${`tour-${step}`}
          aria-current=${isShown ? 'step' : 'false'}
          @click=${() => {
            this.stop();
            this.step = step;
          }}
        >
          <strong>${text(`landing.tour.step.${step}`)}</strong>
          <span class="soft">${text(`landing.tour.text.${step}`)}</span>
        </button>
      </li>
    `;
  }

  private toggle() {
    if (this.isRunning) {
      this.stop();
    } else {
      this.isRunning = true;
      this.show(0);
    }
  }

  private stop(): void {
    clearTimeout(this.timer);
    this.isRunning = false;
  }

  private show(index: number): void {
    const step = STEPS[index];
    if (!step) {
      this.stop();
      return;
    }
    this.step = step;
    announce(`${text(`landing.tour.step.${step}`)}. ${text(`landing.tour.text.${step}`)}`);
    this.timer = setTimeout(() => {
      this.show(index + 1);
    }, STEP_MS);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'landing-tour': LandingTour;
  }
}
