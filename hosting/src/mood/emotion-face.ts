import { svg, type SVGTemplateResult } from 'lit';
import type { Emotion } from './emotion';

/** Eyes and mouth of each expression, drawn on a field of 48 by 48. */
const FEATURES: Readonly<Record<Emotion, SVGTemplateResult>> = {
  angry: svg`<path d="M14 17l6 3M34 17l-6 3M17 33q7-5 14 0" />
    <path class="dot" d="M18 23v.01M30 23v.01" />`,
  disgust: svg`<path d="M15 20l5 1M33 20l-5 1M16 33q4-4 8-1t8-2" />
    <path class="dot" d="M18 24v.01M30 24v.01" />`,
  fear: svg`<path d="M14 18l5-3M34 18l-5-3M18 34q3-4 6-1t6 0" />
    <circle cx="18" cy="23" r="2.6" /><circle cx="30" cy="23" r="2.6" />`,
  happy: svg`<path d="M14 21q3-4 7 0M27 21q3-4 7 0M15 29q9 9 18 0" />`,
  sad: svg`<path d="M15 19l5-2M33 19l-5-2M17 34q7-6 14 0" />
    <path class="dot" d="M18 23v.01M30 23v.01" />`,
  surprise: svg`<path d="M14 16q4-3 7-1M34 16q-4-3-7-1" /><circle cx="24" cy="33" r="3.6" />
    <path class="dot" d="M18 22v.01M30 22v.01" />`,
  neutral: svg`<path d="M17 32h14" /><path class="dot" d="M18 22v.01M30 22v.01" />`,
};

/** A small drawn face. It repeats what stands beside it in words, so screen readers pass it over. */
export function emotionFace(emotion: Emotion | undefined): SVGTemplateResult {
  return svg`
    <svg class="emotion-face" data-emotion=${emotion ?? 'none'} viewBox="0 0 48 48" aria-hidden="true">
      <circle class="head" cx="24" cy="24" r="22" />
      <g class="features">${FEATURES[emotion ?? 'neutral']}</g>
    </svg>
  `;
}
