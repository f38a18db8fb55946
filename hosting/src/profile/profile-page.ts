import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Session } from '../app/session';
import { text } from '../messages/messages';
import { LightElement } from '../shared/light-element';

@customElement('profile-page')
export class ProfilePage extends LightElement {
  @property({ attribute: false }) session!: Session;

  protected override render() {
    return html`<h1 tabindex="-1">${text('profile.page.title')}</h1>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'profile-page': ProfilePage;
  }
}
