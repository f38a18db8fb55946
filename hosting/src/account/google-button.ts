import { html } from 'lit';
import './google-button.css';

/** Google asks that its letter stands in its own colours on every button that leads to it. */
export function googleButton(label: string, busy: boolean, act: () => void, testId = 'google') {
  return html`
    <button
      class="button google-button"
      type="button"
      data-testid=${testId}
      ?disabled=${busy}
      @click=${act}
    >
      <svg viewBox="0 0 48 48" aria-hidden="true">
        <path
          fill="#4285f4"
          d="M46.5 24.5c0-1.6-.1-3.1-.4-4.5H24v9h12.7a11 11 0 0 1-4.7 7.1v5.9h7.6c4.4-4.1 6.9-10.1 6.9-17.5z"
        />
        <path
          fill="#34a853"
          d="M24 47c6.3 0 11.6-2.1 15.5-5.7L32 35.4c-2.1 1.4-4.8 2.2-8 2.2-6.1 0-11.3-4.1-13.2-9.7H3v6.1A23 23 0 0 0 24 47z"
        />
        <path fill="#fbbc05" d="M10.8 27.9a14 14 0 0 1 0-8.8V13H3a23 23 0 0 0 0 21z" />
        <path
          fill="#ea4335"
          d="M24 9.5c3.5 0 6.5 1.2 9 3.5l6.7-6.7A23 23 0 0 0 3 13l7.8 6.1C12.7 13.5 17.9 9.5 24 9.5z"
        />
      </svg>
      ${label}
    </button>
  `;
}
