import { html } from 'lit';
import { text } from '../messages/messages';
import type { Emotion } from '../mood/emotion';
import '../mood/mood-buttons';
import { chooseFile } from '../photo/chosen-file';
import type { FirstWish } from '../session/first-wish';
import './landing-start.css';

/**
 * The shortest ways to music: a mood or a photo, and whoever gives one is a guest from then on.
 *
 * @param disabled whether there is no way in yet
 * @param onWish called with what the newcomer begins with
 */
export function landingStart(disabled: boolean, onWish: (wish: FirstWish) => void) {
  const take = ({ target }: Event) => {
    const choice = chooseFile((target as HTMLInputElement).files);
    if (choice.count > 0) {
      onWish({ choice });
    }
  };
  const pick = ({ detail: emotion }: CustomEvent<Emotion>) => {
    onWish({ emotion });
  };
  return html`
    <section class="landing-start" aria-labelledby="landing-start-title">
      <h2 id="landing-start-title">${text('landing.start')}</h2>
      <mood-buttons aligned ?disabled=${disabled} @pick=${pick}></mood-buttons>
      <p>
        <input
          class="visually-hidden"
          id="landing-photo-input"
          type="file"
          accept="image/*,.heic,.heif"
          data-testid="landing-photo-input"
          ?disabled=${disabled}
          @change=${take}
        />
        <label class="button" for="landing-photo-input">${text('landing.start.photo')}</label>
      </p>
    </section>
  `;
}
