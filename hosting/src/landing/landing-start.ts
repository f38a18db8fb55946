import { html } from 'lit';
import { text } from '../messages/messages';
import type { Emotion } from '../mood/emotion';
import '../mood/mood-buttons';
import { photoFileInput } from '../photo/photo-file-input';
import type { FirstWish } from '../session/first-wish';
import './landing-start.css';

/**
 * The shortest ways to music: a mood or a photo, and whoever gives one is a guest from then on.
 *
 * @param disabled whether there is no way in yet
 * @param onWish called with what the newcomer begins with
 */
export function landingStart(disabled: boolean, onWish: (wish: FirstWish) => void) {
  const pick = ({ detail: emotion }: CustomEvent<Emotion>) => {
    onWish({ emotion });
  };
  return html`
    <section class="landing-start" aria-labelledby="landing-start-title">
      <h2 id="landing-start-title">${text('landing.start')}</h2>
      <mood-buttons aligned ?disabled=${disabled} @pick=${pick}></mood-buttons>
      <p>
        ${photoFileInput({
          id: 'landing-photo-input',
          disabled,
          onChoice: (choice) => {
            onWish({ choice });
          },
        })}
        <label class="button" for="landing-photo-input">${text('landing.start.photo')}</label>
      </p>
    </section>
  `;
}
