import { html, type TemplateResult } from 'lit';
import { text } from '../messages/messages';
import type { Emotion } from '../mood/emotion';
import { emotionFace } from '../mood/emotion-face';
import { GOALS } from '../mood/goal';
import { customProperty } from '../shared/custom-property';
import { icon } from '../shared/icons';
import { scoreRows, type Scores } from './score-rows';

/** What is read in the picture of the second step. */
const SCORES: Scores = [
  ['sad', 0.86],
  ['neutral', 0.09],
  ['fear', 0.05],
];

/** The moods that stand beside the camera in the first step. */
const OFFERED: readonly Emotion[] = ['happy', 'sad', 'angry'];

/** The rows of the list in the fourth step, by the share of the width that their titles take. */
const ROWS = [0.62, 0.48, 0.7] as const;

/** The pictures of the tour, by its steps: drawn here, with nothing to be fetched. */
export const TOUR_PICTURES = {
  photo: () => html`
    <div class="tour-camera">${emotionFace('sad')}<i></i></div>
    <div class="tour-moods">${OFFERED.map(emotionFace)}</div>
  `,
  read: () => html`
    <div class="tour-face">${emotionFace('sad')}<i></i></div>
    <div class="tour-scores">${scoreRows(SCORES)}</div>
  `,
  goal: () => html`
    <div class="tour-goals">
      ${GOALS.map(
        (goal) => html`<span data-chosen=${goal === 'lift'}>${text(`goal.${goal}`)}</span>`,
      )}
    </div>
  `,
  music: () => html`
    <div class="tour-tracks">
      ${ROWS.map(
        (share, index) => html`
          <p>
            <span class="tour-cover">${index === 0 ? icon('pause') : icon('play')}</span>
            <b ${customProperty('--share', String(share))}></b>
            ${index === 0 ? html`<span class="tour-waves"><i></i><i></i><i></i></span>` : ''}
          </p>
        `,
      )}
      <span class="chip">${text('reason.lifts_mood')}</span>
    </div>
  `,
} as const satisfies Record<string, () => TemplateResult>;

/** A step of the tour. */
export type TourStep = keyof typeof TOUR_PICTURES;
