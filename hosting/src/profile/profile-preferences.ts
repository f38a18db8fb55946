import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LANGUAGES } from '../messages/languages';
import { currentLanguage, text } from '../messages/messages';
import { GOALS } from '../mood/goal';
import '../shared/segments.css';
import { NEW_MUSIC, type Profile, type ProfileChange } from '../settings/profile';
import { THEMES } from '../settings/theme';
import { LightDomElement } from '../shared/light-dom-element';
import { choices } from './choices';

/** Language, colours, and what music does unless it is told otherwise. Fires `save`. */
@customElement('profile-preferences')
export class ProfilePreferences extends LightDomElement {
  @property({ attribute: false }) profile!: Profile;

  protected override render() {
    const { theme = 'system', defaultGoal = 'match', newMusic = 'play' } = this.profile;
    return html`
      <section class="card profile-section" aria-labelledby="preferences-title">
        <h2 id="preferences-title">${text('profile.preferences')}</h2>
        <label class="field profile-language">
          <span>${text('settings.language')}</span>
          <select data-testid="language" @change=${this.chooseLanguage}>
            ${Object.entries(LANGUAGES).map(
              ([tag, { name }]) => html`
                <option value=${tag} lang=${tag} ?selected=${tag === currentLanguage()}>
                  ${name}
                </option>
              `,
            )}
          </select>
        </label>
        ${choices(
          'theme',
          text('settings.theme'),
          THEMES.map((value) => ({ value, label: text(`settings.theme.${value}`) })),
          theme,
          (value) => {
            this.save({ theme: value });
          },
        )}
        ${choices(
          'default-goal',
          text('profile.goal'),
          GOALS.map((value) => ({
            value,
            label: text(`goal.${value}`),
            hint: text(`goal.hint.${value}`),
          })),
          defaultGoal,
          (value) => {
            this.save({ defaultGoal: value });
          },
        )}
        ${choices(
          'new-music',
          text('profile.new-music'),
          NEW_MUSIC.map((value) => ({
            value,
            label: text(`profile.new-music.${value}`),
            hint: text(`profile.new-music.hint.${value}`),
          })),
          newMusic,
          (value) => {
            this.save({ newMusic: value });
          },
        )}
      </section>
    `;
  }

  private chooseLanguage(event: Event) {
    const { value } = event.target as HTMLSelectElement;
    this.save({ language: value as keyof typeof LANGUAGES });
  }

  private save(change: ProfileChange) {
    this.emit('save', change);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'profile-preferences': ProfilePreferences;
  }
}
