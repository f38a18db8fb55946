import { svg, type SVGTemplateResult } from 'lit';

/** A face whose smile is an equaliser; the same drawing as `icon.svg`. */
export function logo(): SVGTemplateResult {
  return svg`
    <svg class="logo" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="9" />
      <circle cx="11" cy="11" r="2" />
      <circle cx="21" cy="11" r="2" />
      <path d="M7 17v.6M11.5 17v4.2M16 17v6M20.5 17v4.2M25 17v.6" />
    </svg>
  `;
}
