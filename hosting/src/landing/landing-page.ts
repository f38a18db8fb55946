import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Account } from '../account/account';
import '../account/account-form';
import type { Language } from '../messages/languages';
import { currentLanguage, setLanguage, text } from '../messages/messages';
import { rememberedTheme, rememberLanguage, rememberTheme } from '../settings/device-settings';
import '../settings/settings-pickers';
import { setTheme, type Theme } from '../settings/theme';
import { LightElement } from '../shared/light-element';
import './landing-page.css';

const POINTS = ['quick', 'private', 'honest'] as const;

/** What Moodify is, in one screen, and the way in. */
@customElement('landing-page')
export class LandingPage extends LightElement {
  @property({ attribute: false }) account!: Account;

  protected override render() {
    return html`
      <div class="welcome">
        <div class="promise">
          <h1 tabindex="-1">${text('landing.headline')}</h1>
          <p class="lead soft">${text('landing.promise')}</p>
          <ul>
            ${POINTS.map((point) => html`<li>${text(`landing.point.${point}`)}</li>`)}
          </ul>
        </div>
        <account-form .account=${this.account}></account-form>
      </div>
      <footer class="page-footer">
        <language-picker
          .value=${currentLanguage()}
          @language=${this.chooseLanguage}
        ></language-picker>
        <theme-picker .value=${rememberedTheme()} @theme=${this.chooseTheme}></theme-picker>
      </footer>
    `;
  }

  private async chooseLanguage({ detail: language }: CustomEvent<Language>) {
    await setLanguage(language);
    rememberLanguage(language);
  }

  private chooseTheme({ detail: theme }: CustomEvent<Theme>) {
    setTheme(theme);
    rememberTheme(theme);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'landing-page': LandingPage;
  }
}
