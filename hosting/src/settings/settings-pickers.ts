import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { text } from '../messages/messages';
import { LightDomElement } from '../shared/light-dom-element';
import { THEMES, type Theme } from './theme';

/** Offers light, dark, and what the system says. Fires `theme` with a {@link Theme}. */
@customElement('theme-picker')
export class ThemePicker extends LightDomElement {
  @property() value: Theme = 'system';

  protected override render() {
    return html`
      <label class="field">
        <span>${text('settings.theme')}</span>
        <select data-testid="theme" @change=${this.choose}>
          ${THEMES.map(
            (theme) =>
              html`<option value=${theme} ?selected=${theme === this.value}>
                ${text(`settings.theme.${theme}`)}
              </option>`,
          )}
        </select>
      </label>
    `;
  }

  private choose({ target }: Event) {
    this.emit('theme', (target as HTMLSelectElement).value);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'theme-picker': ThemePicker;
  }
}
