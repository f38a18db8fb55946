import { html, nothing } from 'lit';
import { text, type MessageKey } from '../messages/messages';
import { emotionFace } from '../mood/emotion-face';
import type { Mood } from '../mood/mood';
import { failureText } from '../mood/mood-failure';
import '../shared/empty-state.css';
import { icon } from '../shared/icons';
import { isoDate } from './days';
import { dayTitle, entryTitle, fullTime } from './entry-words';

// The parts of an entry's page.

/** When the entry was made, and the way to delete it. */
export function heading(mood: Mood, onDelete: () => void) {
  const at = mood.createdAt;
  return html`
    <header class="history-head">
      <h1 tabindex="-1">${at ? dayTitle(isoDate(at), new Date()) : entryTitle(mood)}</h1>
      <button class="button" type="button" data-testid="history-delete" @click=${onDelete}>
        ${icon('delete')} ${text('history.delete.short')}
      </button>
      <p class="soft">
        <time datetime=${at?.toISOString() ?? nothing}>${at ? fullTime(at) : ''}</time>
      </p>
    </header>
  `;
}

/** Stands in for an entry that is on its way. */
export function onItsWay() {
  return html`<h1 tabindex="-1" class="visually-hidden">${text('history.loading')}</h1>
    <div class="card entry-waiting" aria-hidden="true"></div>`;
}

/** Says why the entry cannot be shown. */
export function failure(trouble: MessageKey, onRetry: () => void) {
  return html`
    <h1 tabindex="-1">${text('history.page.title')}</h1>
    <div class="history-trouble" role="alert">
      <p class="trouble" data-testid="error">${text(trouble)}</p>
      <button class="button" type="button" data-testid="history-retry" @click=${onRetry}>
        ${text('trouble.retry')}
      </button>
    </div>
  `;
}

/** Says why nothing was read from the photo. */
export function unread(mood: Mood) {
  const advice =
    mood.status === 'no_face'
      ? text('mood.no-face.advice')
      : mood.status === 'analyzing'
        ? text('history.still-analyzing')
        : failureText(mood);
  return html`
    <section class="card entry-unread">
      ${emotionFace(undefined)}
      <p>${advice}</p>
    </section>
  `;
}

/** There is no such entry, or it is another person's. */
export function notThere() {
  return html`
    <section class="card empty" data-testid="history-not-there">
      ${emotionFace('surprise')}
      <h1 tabindex="-1">${text('history.not-there.title')}</h1>
      <p class="soft">${text('history.not-there')}</p>
      <a class="button primary" href="/history">${text('history.not-there.back')}</a>
    </section>
  `;
}
