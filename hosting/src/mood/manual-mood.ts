import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { text } from '../messages/messages';
import { keepFocus } from '../shared/keep-focus';
import { LightDomElement } from '../shared/light-dom-element';
import { nextPaint } from '../shared/next-paint';
import type { Emotion } from './emotion';
import './manual-mood.css';
import './mood-buttons';

/** Lets a person say themselves how they feel, without any photo. Fires `pick` with an {@link Emotion}. */
@customElement('manual-mood')
export class ManualMood extends LightDomElement {
  /** Whether nothing can be picked, because a photo is on its way. */
  @property({ type: Boolean }) disabled = false;
  /** Whether the moods are shown without asking for them. */
  @property({ type: Boolean }) open = false;

  protected override render() {
    return html`
      <details class="manual-mood" data-testid="mood-manual" ?open=${this.open}>
        <summary>${text('manual.title')}</summary>
        <mood-buttons ?disabled=${this.disabled} @pick=${this.pick}></mood-buttons>
      </details>
    `;
  }

  private pick(event: CustomEvent<Emotion>) {
    event.stopPropagation();
    const { detail: emotion } = event;
    // The pressed button goes as the list is closed.
    const page = this.closest('main');
    if (page) {
      void keepFocus(page, 'h1');
    }
    this.querySelector('details')?.removeAttribute('open');
    // That the tap was taken is seen before the work for it begins.
    void nextPaint().then(() => {
      this.emit('pick', emotion);
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'manual-mood': ManualMood;
  }
}
