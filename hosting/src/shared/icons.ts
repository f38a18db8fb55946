import { html, svg, type TemplateResult } from 'lit';

/** Drawn on a field of 24 by 24, filled with the colour of the text around them. */
const DRAWINGS = {
  play: svg`<path d="M8 5.5v13l10.5-6.5z" />`,
  delete: svg`<path
    d="M9.5 3.5h5l1 1.5H20v2H4V5h4.5zM5.5 8.5h13l-.9 11a1.8 1.8 0 0 1-1.8 1.6H8.2a1.8 1.8 0 0 1-1.8-1.6zm4 2.5v7.5h1.8V11zm3.2 0v7.5h1.8V11z"
  />`,
  rename: svg`<path
    d="M4 16.6 14.7 5.9l3.4 3.4L7.4 20H4zM16 4.6l1.2-1.2a1.5 1.5 0 0 1 2.1 0l1.3 1.3a1.5 1.5 0 0 1 0 2.1L19.4 8z"
  />`,
  save: svg`<path d="M6 3.5h12a1 1 0 0 1 1 1v16.2L12 16.5l-7 4.2V4.5a1 1 0 0 1 1-1z" />`,
  download: svg`<path
    d="M11 3.5h2v8.7l3.1-3.1 1.4 1.4L12 16l-5.5-5.5 1.4-1.4 3.1 3.1zM4.5 18.5h15v2h-15z"
  />`,
  back: svg`<path d="m14.5 5 1.4 1.4-5.6 5.6 5.6 5.6-1.4 1.4-7-7z" />`,
} as const;

/** The name of an icon. */
export type IconName = keyof typeof DRAWINGS;

/** A small drawing beside or inside what says the same in words; screen readers pass it over. */
export function icon(name: IconName): TemplateResult {
  return html`<svg class="icon" data-icon=${name} viewBox="0 0 24 24" aria-hidden="true">
    ${DRAWINGS[name]}
  </svg>`;
}
