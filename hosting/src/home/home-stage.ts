import { html, nothing } from 'lit';
import { isInFlight, stepOf, type Journey } from '../journey/journey';
import '../journey/journey-question';
import '../journey/journey-status';
import '../journey/photo-preview';
import { emotionFace } from '../mood/emotion-face';
import type { Goal } from '../mood/goal';
import '../mood/goal-picker';
import '../mood/manual-mood';
import { expressionOf } from '../mood/mood';
import '../photo/photo-picker';
import { hasResult } from './home-result';

/** What the card of the photo shows. */
interface Stage {
  readonly journey: Journey | undefined;
  readonly canRetry: boolean;
  /** Something to say beside the journey. */
  readonly note: string | undefined;
  /** What music is to do, of a photo that is still to be taken. */
  readonly goal: Goal;
  /** What music does unless it is said otherwise. */
  readonly defaultGoal: Goal;
}

/** The card of the photo: how to take one, what becomes of it, and what went wrong. */
export function homeStage({ journey, canRetry, note, goal, defaultGoal }: Stage) {
  const step = journey && stepOf(journey);
  // While a photo is on its way there is one thing to look at, and nothing to press but “Cancel”.
  const isQuiet =
    step === 'asking' || (journey && isInFlight(journey) && step !== 'choosing' && !journey.slow);
  return html`
    ${picture(journey)}
    <journey-status .journey=${journey} ?can-retry=${canRetry}></journey-status>
    <p class="note" role="status" data-testid="photo-note" ?hidden=${!note}>${note}</p>
    ${
      step === 'asking' && journey?.question
        ? html`<journey-question .question=${journey.question}></journey-question>`
        : nothing
    }
    <photo-picker ?compact=${journey !== undefined} ?quiet=${isQuiet}></photo-picker>
    ${
      isQuiet || (journey && hasResult(journey))
        ? nothing
        : html`
            <goal-picker .goal=${goal} .defaultGoal=${defaultGoal}></goal-picker>
            <manual-mood></manual-mood>
          `
    }
  `;
}

function picture(journey: Journey | undefined) {
  if (journey?.photo) {
    return html`<photo-preview
      .photo=${journey.photo}
      .box=${journey.mood?.box}
      ?working=${isInFlight(journey) && stepOf(journey) !== 'choosing'}
    ></photo-preview>`;
  }
  if (journey && stepOf(journey) === 'preparing') {
    return html`<div class="photo-awaited" aria-hidden="true"></div>`;
  }
  return journey?.mood
    ? html`<div class="picture-gone">${emotionFace(expressionOf(journey.mood))}</div>`
    : nothing;
}
