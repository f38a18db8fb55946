import { html, type TemplateResult } from 'lit';

const BARS = 7;

/** Holds the place of the result while the photo is on its way, so that nothing jumps. */
export function resultSkeleton(): TemplateResult {
  return html`
    <div class="home-result" aria-hidden="true">
      <div class="card skeleton">
        <div class="skeleton-head"><i></i><i></i></div>
        ${Array.from({ length: BARS }, () => html`<i></i>`)}
      </div>
    </div>
  `;
}
