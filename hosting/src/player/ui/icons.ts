import { html, svg, type TemplateResult } from 'lit';
import { HEARTS } from '../../shared/icons';
import './player-icons.css';

/** What the buttons show, on a field of 24 by 24: shapes that are filled. */
const FILLED = {
  play: svg`<path d="M8 5.2v13.6a.8.8 0 0 0 1.2.7l10.6-6.8a.8.8 0 0 0 0-1.4L9.2 4.5A.8.8 0 0 0 8 5.2z" />`,
  pause: svg`<rect x="6.5" y="5" width="4" height="14" rx="1.2" /><rect x="13.5" y="5" width="4" height="14" rx="1.2" />`,
  next: svg`<path d="M5.5 6v12a.7.7 0 0 0 1.1.6l8.4-6a.7.7 0 0 0 0-1.2l-8.4-6a.7.7 0 0 0-1.1.6z" /><rect x="16" y="5" width="2.6" height="14" rx="1.2" />`,
  previous: svg`<path d="M18.5 6v12a.7.7 0 0 1-1.1.6l-8.4-6a.7.7 0 0 1 0-1.2l8.4-6a.7.7 0 0 1 1.1.6z" /><rect x="5.4" y="5" width="2.6" height="14" rx="1.2" />`,
  liked: HEARTS.liked,
} as const;

/** Shapes that are drawn with a line. */
const DRAWN = {
  like: HEARTS.like,
  dislike: svg`<circle cx="12" cy="12" r="8" /><path d="m6.4 17.6 11.2-11.2" />`,
  shuffle: svg`<path d="M4 7h2.6c1.6 0 2.6.8 3.5 2.2l3.4 5.4c.9 1.4 1.9 2.4 3.5 2.4h3M4 17h2.6c1.2 0 2.1-.4 2.9-1.3M20 7h-3c-1.4 0-2.3.5-3 1.5M17.8 4.5 20.3 7l-2.5 2.5M17.8 14.5l2.5 2.5-2.5 2.5" />`,
  repeat: svg`<path d="M4.5 12.5V11a3.5 3.5 0 0 1 3.5-3.5h11M16.5 4.5l3 3-3 3M19.5 11.5V13a3.5 3.5 0 0 1-3.5 3.5H5M7.5 19.5l-3-3 3-3" />`,
  queue: svg`<path d="M4 6.5h16M4 11.5h9M4 16.5h9" /><path class="solid" d="M16 12.2v6.6l4.8-3.3z" />`,
  volume: svg`<path class="solid" d="M4 9.7v4.6h3l4 3.4V6.3l-4 3.4z" /><path d="M14.5 9.2a4 4 0 0 1 0 5.6M17 6.6a7.6 7.6 0 0 1 0 10.8" />`,
  softer: svg`<path class="solid" d="M4 9.7v4.6h3l4 3.4V6.3l-4 3.4z" /><path d="M14.5 9.2a4 4 0 0 1 0 5.6" />`,
  muted: svg`<path class="solid" d="M4 9.7v4.6h3l4 3.4V6.3l-4 3.4z" /><path d="m15 9.5 5 5M20 9.5l-5 5" />`,
  keys: svg`<rect x="3" y="6.5" width="18" height="11" rx="2" /><path d="M6.5 10h.1M10 10h.1M13.5 10h.1M17 10h.1M8 14h8" />`,
  close: svg`<path d="m6.5 6.5 11 11M17.5 6.5l-11 11" />`,
  drag: svg`<path d="M5 9h14M5 15h14" />`,
  down: svg`<path d="m5.5 9 6.5 6.5L18.5 9" />`,
} as const;

export type IconName = keyof typeof FILLED | keyof typeof DRAWN;

/** Draws an icon; whatever it stands in has to say in words what it means. */
export function icon(name: IconName): TemplateResult {
  return name in FILLED
    ? html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
        ${FILLED[name as keyof typeof FILLED]}
      </svg>`
    : html`<svg class="icon drawn" viewBox="0 0 24 24" aria-hidden="true">
        ${DRAWN[name as keyof typeof DRAWN]}
      </svg>`;
}
