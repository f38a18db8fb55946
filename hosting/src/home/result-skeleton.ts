import { html, type TemplateResult } from 'lit';

const ROWS = 5;

/** Holds the place of expression and music while the photo is on its way, so that nothing jumps. */
export function resultSkeleton(): TemplateResult {
  return html`
    <div class="home-result" aria-hidden="true">
      <div class="card skeleton">
        <div class="skeleton-head"><i></i><i></i></div>
      </div>
      <div class="card skeleton">
        ${Array.from({ length: ROWS }, () => html`<i class="skeleton-row"></i>`)}
      </div>
    </div>
  `;
}
