import { html, type TemplateResult } from 'lit';
import { text } from '../messages/messages';
import type { Emotion } from '../mood/emotion';
import { customProperty } from '../shared/custom-property';

/** How likely each expression is in a picture, in [0, 1]. */
export type Scores = readonly (readonly [Emotion, number])[];

/** A row for each expression: its name, and a bar. */
export function scoreRows(scores: Scores): TemplateResult[] {
  return scores.map(
    ([emotion, share]) => html`
      <p data-emotion=${emotion}>
        <span>${text(`emotion.${emotion}`)}</span>
        <b ${customProperty('--share', String(share))}></b>
      </p>
    `,
  );
}
