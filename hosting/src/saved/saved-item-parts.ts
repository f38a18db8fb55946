import { html, nothing } from 'lit';
import { counted, currentLocale, text } from '../messages/messages';
import { trackCover } from '../playlist/track-cover';
import '../shared/icon-button.css';
import { icon } from '../shared/icons';
import type { ExportFormat } from './export';
import type { SavedPlaylist } from './saved-playlist';

// The parts of a saved playlist.

const COVERS = 4;
/** What can be done with a playlist, in a word. */
const ACTIONS = { rename: 'saved.rename.short', delete: 'saved.delete.short' } as const;

/** A small picture of the first tracks, one for all where there are few. */
export function covers({ tracks }: SavedPlaylist) {
  return tracks.slice(0, tracks.length < COVERS ? 1 : COVERS).map((track) => trackCover(track));
}

/** Its name, and what it was for. */
export function heading({ name, emotion, goal, tracks, createdAt }: SavedPlaylist) {
  const day =
    createdAt &&
    new Intl.DateTimeFormat(currentLocale(), { dateStyle: 'medium' }).format(createdAt);
  return html`
    <div class="saved-title">
      <h2 dir="auto" data-testid="saved-name">${name}</h2>
      <p class="soft">
        ${counted('playlist.tracks', tracks.length)} · ${text(`emotion.${emotion}`)} ·
        ${text(`goal.${goal}`)}
        ${createdAt ? html`· <time datetime=${createdAt.toISOString()}>${day}</time>` : nothing}
      </p>
    </div>
  `;
}

/** A round button for what can be done with the playlist. */
export function actionButton(
  action: keyof typeof ACTIONS,
  { name }: SavedPlaylist,
  act: () => void,
) {
  return html`
    <button
      class=${action === 'delete' ? 'icon-button quiet-icon' : 'icon-button'}
      type="button"
      data-testid=${`saved-${action}`}
      aria-label=${text(`saved.${action}`, { name })}
      title=${text(ACTIONS[action])}
      @click=${act}
    >
      ${icon(action)}
    </button>
  `;
}

/**
 * Ways to take the playlist along, and what cannot be taken.
 *
 * @param composed how many of its pieces are composed, while they are for an export
 */
export function exportButtons(
  { tracks }: SavedPlaylist,
  composed: number | undefined,
  exportAs: (format: ExportFormat) => void,
) {
  const originals = tracks.filter(({ links }) => !links).length;
  const pieces = tracks.filter(({ recipe }) => recipe).length;
  return html`
    <div class="saved-exports">
      <h3>${text('saved.export')}</h3>
      <div class="save-answers">
        ${exportButton('m3u', exportAs)} ${exportButton('json', exportAs)}
        ${pieces > 0 ? exportButton('zip', exportAs, composed !== undefined) : nothing}
      </div>
      ${composed === undefined ? nothing : composing(composed, pieces)}
      ${
        originals > 0
          ? html`<p class="soft" data-testid="export-note">
              ${counted('saved.export.originals', originals)}
            </p>`
          : nothing
      }
    </div>
  `;
}

/** How far the pieces are that are composed to be taken along. */
function composing(composed: number, pieces: number) {
  const label = text('saved.export.composing', {
    number: String(Math.min(pieces, Math.floor(composed) + 1)),
    count: String(pieces),
  });
  return html`
    <p class="soft" data-testid="export-progress">
      ${label}
      <progress max=${pieces} .value=${composed} aria-label=${label}></progress>
    </p>
  `;
}

function exportButton(
  format: ExportFormat,
  exportAs: (format: ExportFormat) => void,
  isBusy = false,
) {
  return html`
    <button
      class="button"
      type="button"
      data-testid=${`export-${format}`}
      ?disabled=${isBusy}
      @click=${() => {
        exportAs(format);
      }}
    >
      ${icon('download')} ${text(`saved.export.${format}`)}
    </button>
  `;
}
