import { html, nothing } from 'lit';
import { asPercent, text } from '../messages/messages';
import { emotionFace } from '../mood/emotion-face';
import { expressionOf, hasExpression } from '../mood/mood';
import type { Session } from '../session/session';
import '../shared/icon-button.css';
import { icon } from '../shared/icons';
import { showsPhoto, type Entry } from './entry';
import { entryTitle, timeOfDay } from './entry-words';
import './kept-photo';

/** What can be done with an entry in the list. */
export interface EntryActions {
  readonly session: Session;
  readonly isBusy: boolean;
  readonly onPlay: () => void;
  readonly onDelete: () => void;
}

/** One entry in the list: a link to it, its music, and the way to delete it. */
export function timelineEntry(entry: Entry, { session, isBusy, onPlay, onDelete }: EntryActions) {
  const { mood } = entry;
  const isRead = hasExpression(mood);
  const title = entryTitle(mood);
  const time = mood.createdAt ? timeOfDay(mood.createdAt) : '';
  return html`
    <li class="timeline-entry" aria-busy=${isBusy}>
      <a class="entry-link" href=${`/history/${mood.id}`} data-testid="history-entry">
        ${emotionFace(isRead ? expressionOf(mood) : undefined)}
        <strong>${title}</strong>
        <span class="entry-about soft">
          <time datetime=${mood.createdAt?.toISOString() ?? nothing}>${time}</time>
          ${about(mood)}
        </span>
        ${isRead ? html`<span class="chip">${text(`goal.${mood.goal ?? 'match'}`)}</span>` : nothing}
        ${
          showsPhoto(entry)
            ? html`<kept-photo .session=${session} mood-id=${mood.id} time=${time}></kept-photo>`
            : nothing
        }
      </a>
      ${
        isRead
          ? html`<button
              class="icon-button"
              type="button"
              data-testid="history-play"
              aria-label=${text('history.play', { entry: title, time })}
              title=${text('history.play.short')}
              @click=${onPlay}
            >
              ${icon('play')}
            </button>`
          : nothing
      }
      <button
        class="icon-button quiet-icon"
        type="button"
        data-testid="history-delete"
        aria-label=${text('history.delete', { entry: title, time })}
        title=${text('history.delete.short')}
        @click=${onDelete}
      >
        ${icon('delete')}
      </button>
    </li>
  `;
}

/** How the expression came about: corrected, picked, or read with some confidence. */
function about({ correction, source, confidence, status }: Entry['mood']) {
  if (correction) {
    return html`· ${text('history.corrected')}`;
  }
  if (source === 'manual') {
    return html`· ${text('history.picked')}`;
  }
  if (confidence === undefined || (status !== 'ready' && status !== 'unsure')) {
    return nothing;
  }
  return html`· ${text('mood.confidence', { percent: asPercent(confidence) })}`;
}
