import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { LANGUAGES, type Language } from '../messages/languages';
import { currentLanguage, setLanguage, text } from '../messages/messages';
import { rememberLanguage } from '../settings/device-settings';
import { LightDomElement } from '../shared/light-dom-element';
import { notify } from '../shared/notices';
import { hindiWord } from './hindi-word';
import './landing-languages.css';

const TAGS = Object.keys(LANGUAGES) as Language[];

/**
 * Offers the languages of the page to a newcomer, each by its own name and all at once: who cannot read
 * the page finds no list that is opened by a word of it.
 */
@customElement('landing-languages')
export class LandingLanguages extends LightDomElement {
  protected override render() {
    return html`
      <div class="landing-languages" role="group" aria-label=${text('settings.language')}>
        ${TAGS.map(
          (tag) => html`
            <button
              class="quiet"
              type="button"
              lang=${tag}
              data-testid=${`language-${tag}`}
              aria-pressed=${tag === currentLanguage()}
              @click=${() => void this.choose(tag)}
            >
              ${tag === 'hi' ? hindiWord() : LANGUAGES[tag].name}
            </button>
          `,
        )}
      </div>
    `;
  }

  private async choose(language: Language) {
    try {
      await setLanguage(language);
      rememberLanguage(language);
    } catch (error) {
      console.warn('The language could not be loaded', error);
      notify({ key: 'trouble.network', kind: 'trouble' });
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'landing-languages': LandingLanguages;
  }
}
