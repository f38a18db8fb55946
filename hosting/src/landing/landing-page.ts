import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Account } from '../account/account';
import '../account/account-form';
import { accountTrouble, type AccountTrouble } from '../account/account-trouble';
import { text } from '../messages/messages';
import { rememberedTheme, rememberTheme } from '../settings/device-settings';
import '../settings/settings-pickers';
import { setTheme, type Theme } from '../settings/theme';
import { LightDomElement } from '../shared/light-dom-element';
import { nextPaint } from '../shared/next-paint';
import type { FirstWish } from '../session/first-wish';
import './landing-page.css';
import { landingPicture } from './landing-picture';
import { landingStart } from './landing-start';
import './landing-tour';

const POINTS = ['quick', 'private', 'honest'] as const;

/**
 * What Moodify is, in one screen, and the ways in. Fires `first-wish` with a {@link FirstWish}, or with
 * undefined when nothing came of it.
 */
@customElement('landing-page')
export class LandingPage extends LightDomElement {
  /** Absent until the page knows its project; the picture does not wait for that. */
  @property({ attribute: false }) account: Account | undefined;
  /** What went wrong on the way back from Google, if anything did. */
  @property({ attribute: false }) returnTrouble: AccountTrouble | undefined;
  /** Whether reCAPTCHA watches over the page. */
  @property({ type: Boolean, attribute: 'uses-recaptcha' }) usesRecaptcha = false;

  @state() private entering = false;
  @state() private trouble: AccountTrouble | undefined;

  protected override render() {
    return html`
      <div class="landing">
        <div class="promise">
          <h1 tabindex="-1">${text('landing.headline')}</h1>
          <p class="lead soft">${text('landing.promise')}</p>
          <div class="try">
            <button
              class="button primary"
              type="button"
              data-testid="try-anonymous"
              ?disabled=${this.isClosed}
              @click=${() => this.enter()}
            >
              ${text(this.entering ? 'landing.entering' : 'landing.try')}
            </button>
            <p class="soft">${text('landing.try.explained')}</p>
          </div>
          ${landingStart(this.isClosed, (wish) => void this.enter(wish))}
          <div class="account-outcome" role="alert">
            ${
              this.trouble
                ? html`<p class="trouble" data-testid="error">${text(this.trouble.key)}</p>`
                : nothing
            }
          </div>
          ${landingPicture()}
        </div>
        <account-form
          .account=${this.account}
          .trouble=${this.returnTrouble}
          ?uses-recaptcha=${this.usesRecaptcha}
        ></account-form>
        <ul class="points soft">
          ${POINTS.map((point) => html`<li>${text(`landing.point.${point}`)}</li>`)}
        </ul>
        <landing-tour></landing-tour>
        <footer class="landing-footer">
          <theme-picker .value=${rememberedTheme()} @theme=${this.chooseTheme}></theme-picker>
        </footer>
      </div>
    `;
  }

  /** Whether there is no way in yet, or somebody is on it already. */
  private get isClosed(): boolean {
    return this.entering || !this.account;
  }

  private async enter(wish?: FirstWish) {
    this.entering = true;
    this.trouble = undefined;
    this.emit('first-wish', wish);
    try {
      await nextPaint();
      await this.account?.enterAsGuest();
    } catch (error) {
      this.trouble = accountTrouble(error);
      this.emit('first-wish', undefined);
    }
    this.entering = false;
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
