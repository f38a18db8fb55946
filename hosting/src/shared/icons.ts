import { html, svg, type TemplateResult } from 'lit';
import './icons.css';

/** The one the person likes a track with, and the one that says they do; the player's are the same. */
export const HEARTS = {
  like: svg`<path d="M12 19.7 5 12.8a4.5 4.5 0 0 1 6.4-6.4l.6.6.6-.6a4.5 4.5 0 0 1 6.4 6.4z" />`,
  liked: svg`<path class="solid" d="M12 20.3 4.6 13a4.8 4.8 0 0 1 6.8-6.8l.6.6.6-.6a4.8 4.8 0 0 1 6.8 6.8z" />`,
} as const;

/** Drawn on a field of 24 by 24, in lines of the colour of the text around them. */
const DRAWINGS = {
  play: svg`<path class="solid" d="M8.5 6v12l9.5-6z" />`,
  pause: svg`<path class="solid" d="M7.5 6h3v12h-3zM13.5 6h3v12h-3z" />`,
  delete: svg`<path d="M5 7h14M10 7V4.5h4V7M7 7l.8 12.5h8.4L17 7M10.3 10.5v5.5M13.7 10.5v5.5" />`,
  rename: svg`<path d="m5 19 .8-3.6L16 5.2l2.8 2.8L8.6 18.2zM13.6 7.6l2.8 2.8" />`,
  save: svg`<path d="M7 4h10a1 1 0 0 1 1 1v15l-6-4.2L6 20V5a1 1 0 0 1 1-1z" />`,
  download: svg`<path d="M12 4v11M7.5 11l4.5 4.5 4.5-4.5M5 19.5h14" />`,
  ...HEARTS,
  more: svg`<path stroke-width="2.6" d="M5.5 12h.01M12 12h.01M18.5 12h.01" />`,
  back: svg`<path d="m14.5 5.5-6.5 6.5 6.5 6.5" />`,
} as const;

/** The name of an icon. */
export type IconName = keyof typeof DRAWINGS;

/** A small drawing beside or inside what says the same in words; screen readers pass it over. */
export function icon(name: IconName): TemplateResult {
  return html`<svg class="icon" data-icon=${name} viewBox="0 0 24 24" aria-hidden="true">
    ${DRAWINGS[name]}
  </svg>`;
}
