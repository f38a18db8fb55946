import { html } from 'lit';
import { text } from '../messages/messages';
import { emotionFace } from '../mood/emotion-face';
import smallAstronaut from './astronaut-240.webp';
import astronaut from './astronaut.webp';
import './landing-listen';
import './landing-picture.css';
import { scoreRows, type Scores } from './score-rows';

/** What Moodify really reads in this photo, to whole percents; the rest is nearly nothing. */
const SCORES: Scores = [
  ['happy', 0.97],
  ['surprise', 0.02],
  ['neutral', 0.01],
];

/** How wide the photo is shown, as landing-picture.css has it. */
const SIZES = '(max-width: 35rem) 30vw, 17rem';

/** A photo, the expression that was read in it, and music for it: Moodify in one picture. */
export function landingPicture() {
  return html`
    <figure class="landing-picture">
      <div class="landing-photo">
        <img
          src=${astronaut}
          srcset=${`${smallAstronaut} 240w, ${astronaut} 400w`}
          sizes=${SIZES}
          width="400"
          height="420"
          alt=${text('landing.picture')}
        />
        <i aria-hidden="true"></i>
      </div>
      <div class="landing-reading" aria-hidden="true">
        <div>
          ${emotionFace('happy')}
          <p>
            <span class="soft">${text('mood.looks')}</span>
            <strong>${text('emotion.happy')}</strong>
          </p>
        </div>
        ${scoreRows(SCORES)}
      </div>
      <landing-listen></landing-listen>
      <figcaption class="soft">${text('landing.credit')}</figcaption>
    </figure>
  `;
}
