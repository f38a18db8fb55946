import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LANGUAGES, type Language } from '../messages/languages';
import { text } from '../messages/messages';
import { LightDomElement } from '../shared/light-dom-element';
import { THEMES, type Theme } from './theme';

/** Offers the languages of the page by their own names. Fires `language` with a {@link Language}. */
@customElement('language-picker')
export class LanguagePicker extends LightDomElement {
  @property() value: Language = 'en';

  protected override render() {
    return html`
      <label class="field">
        <span>${text('settings.language')}</span>
        <select data-testid="language" @change=${this.choose}>
          ${Object.entries(LANGUAGES).map(
            ([tag, { name }]) =>
              html`<option value=${tag} lang=${tag} ?selected=${tag === this.value}>
                ${name}
              </option>`,
          )}
        </select>
      </label>
    `;
  }

  private choose({ target }: Event) {
    this.emit('language', (target as HTMLSelectElement).value);
  }
}

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
    'language-picker': LanguagePicker;
    'theme-picker': ThemePicker;
  }
}
