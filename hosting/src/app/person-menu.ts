import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Person } from '../account/account';
import { text } from '../messages/messages';
import { LightDomElement } from '../shared/light-dom-element';

/** Who is signed in, and the way out. Fires `sign-out`. */
@customElement('person-menu')
export class PersonMenu extends LightDomElement {
  @property({ attribute: false }) person!: Person;
  @property() displayName = '';

  protected override render() {
    const { email, name, isGuest } = this.person;
    const shown = this.displayName || name || (isGuest ? text('account.guest') : email);
    return html`
      <div class="person">
        <span class="soft" title=${email} data-testid="person"><bdi>${shown}</bdi></span>
        <button
          class="button"
          type="button"
          data-testid="sign-out"
          @click=${() => {
            this.emit('sign-out');
          }}
        >
          ${text('account.sign-out')}
        </button>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'person-menu': PersonMenu;
  }
}
