import { svg } from 'lit';

/** Where the face belongs. */
export const OVAL = svg`
  <svg class="camera-oval" viewBox="0 0 100 100" aria-hidden="true">
    <ellipse cx="50" cy="48" rx="24" ry="32" />
  </svg>
`;

export const CLOSE = svg`
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M6 6l12 12M18 6L6 18" /></svg>
`;

export const TURN = svg`
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
    <path d="M4 12a8 8 0 0 1 13.7-5.6L20 9M20 4v5h-5M20 12a8 8 0 0 1-13.7 5.6L4 15M4 20v-5h5" />
  </svg>
`;

export const NO_CAMERA = svg`
  <svg class="icon" viewBox="0 0 48 48" aria-hidden="true">
    <path d="M14 15h1l4-5h10l4 5h8v22h-5M30 37H7V15h1M4 6l40 36" />
    <path d="M19 21a7 7 0 0 0 10 9.5" />
  </svg>
`;
