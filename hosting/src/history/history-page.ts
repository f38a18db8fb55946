import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Session } from '../app/session';
import { text } from '../messages/messages';
import { LightElement } from '../shared/light-element';

@customElement('history-page')
export class HistoryPage extends LightElement {
  @property({ attribute: false }) session!: Session;

  protected override render() {
    return html`<h1 tabindex="-1">${text('history.page.title')}</h1>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'history-page': HistoryPage;
  }
}
