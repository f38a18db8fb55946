import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { counted, text, type MessageKey } from '../messages/messages';
import { emotionFace } from '../mood/emotion-face';
import '../shared/empty-state.css';
import type { Day } from './days';
import type { Entry } from './entry';
import { dayDate, dayTitle } from './entry-words';
import { timelineEntry, type EntryActions } from './timeline-entry';

// The parts of the history's page.

const PLACEHOLDERS = 6;

/** The entries of a day, under its name. */
export function entriesOfDay(
  { date, entries }: Day,
  now: Date,
  actionsOf: (entry: Entry) => EntryActions,
) {
  const title = dayTitle(date, now);
  const inFull = dayDate(date, now);
  return html`
    <section class="day" aria-labelledby=${`day-${date}`}>
      <h2 id=${`day-${date}`}>
        ${title} ${title === inFull ? nothing : html`<span class="soft">${inFull}</span>`}
      </h2>
      <ul class="card timeline">
        ${repeat(
          entries,
          ({ mood }) => mood.id,
          (entry) => timelineEntry(entry, actionsOf(entry)),
        )}
      </ul>
    </section>
  `;
}

/** @param deleted how many are gone, while all are being deleted */
export function deleteAllButton(deleted: number | undefined, onDelete: () => void) {
  const isDeleting = deleted !== undefined;
  return html`
    <button
      class="button"
      type="button"
      data-testid="history-delete-all"
      ?disabled=${isDeleting}
      @click=${onDelete}
    >
      ${isDeleting ? counted('history.deleted-so-far', deleted) : text('history.delete-all')}
    </button>
  `;
}

/** Asks for older entries. */
export function moreButton(isLoading: boolean, onMore: () => void) {
  return html`
    <button
      class="button"
      type="button"
      data-testid="history-more"
      aria-disabled=${isLoading}
      @click=${onMore}
    >
      ${text(isLoading ? 'history.loading' : 'history.more')}
    </button>
  `;
}

/** Says why the history cannot be shown. */
export function failure(trouble: MessageKey, onRetry: () => void) {
  return html`
    <div class="history-trouble" role="alert">
      <p class="trouble" data-testid="error">${text('history.page.error')} ${text(trouble)}</p>
      <button class="button" type="button" data-testid="history-retry" @click=${onRetry}>
        ${text('trouble.retry')}
      </button>
    </div>
  `;
}

/** What stands there before the first entry. */
export function noEntries() {
  return html`
    <section class="card empty" data-testid="history-empty">
      <div class="empty-faces" aria-hidden="true">
        ${emotionFace('sad')} ${emotionFace('happy')} ${emotionFace('surprise')}
      </div>
      <h2>${text('history.page.empty.title')}</h2>
      <p class="soft">${text('history.page.empty')}</p>
      <a class="button primary" href="/">${text('history.page.begin')}</a>
    </section>
  `;
}

/** Stand in for entries that are on their way. */
export function placeholders() {
  return html`
    <div class="card timeline" aria-hidden="true">
      ${Array.from({ length: PLACEHOLDERS }, () => html`<div class="entry-placeholder"></div>`)}
    </div>
  `;
}
