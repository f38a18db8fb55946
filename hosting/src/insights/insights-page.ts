import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Session } from '../app/session';
import { text } from '../messages/messages';
import { LightElement } from '../shared/light-element';

@customElement('insights-page')
export class InsightsPage extends LightElement {
  @property({ attribute: false }) session!: Session;

  protected override render() {
    return html`<h1 tabindex="-1">${text('insights.page.title')}</h1>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'insights-page': InsightsPage;
  }
}
