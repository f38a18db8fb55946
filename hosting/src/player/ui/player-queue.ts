import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { counted, text } from '../../messages/messages';
import { asDuration } from '../../playlist/duration';
import type { Track } from '../../playlist/track';
import { trackCover } from '../../playlist/track-cover';
import { LightDomElement } from '../../shared/light-dom-element';
import type { Player } from '../engine/player';
import { iconButton } from './player-parts';

/** What comes after the track that plays; any of it can be played now, or taken out. */
@customElement('player-queue')
export class PlayerQueue extends LightDomElement {
  @property({ attribute: false }) player!: Player;
  @property({ attribute: false }) queue: readonly Track[] = [];
  @property({ type: Number }) index = 0;

  /** Where a track was taken out, until what is left is shown. */
  private focusPlace: number | undefined;

  protected override updated(changes: PropertyValues<this>): void {
    if (changes.has('queue') && this.focusPlace !== undefined) {
      const buttons = this.querySelectorAll<HTMLElement>('[data-testid=queue-remove]');
      const place = Math.min(this.focusPlace, buttons.length - 1);
      (buttons[place] ?? this.closest<HTMLElement>('[tabindex], dialog'))?.focus();
      this.focusPlace = undefined;
    }
  }

  protected override render() {
    const coming = this.queue.slice(this.index + 1);
    return html`
      <section class="player-queue" aria-labelledby="queue-title">
        <header>
          <h3 id="queue-title">${text('player.queue.title')}</h3>
          <span class="soft">${counted('playlist.tracks', coming.length)}</span>
        </header>
        ${
          coming.length > 0
            ? html`<ol>
                ${repeat(
                  coming,
                  ({ id }) => id,
                  (track, place) => this.row(track, this.index + 1 + place),
                )}
              </ol>`
            : html`<p class="soft">${text('player.queue.empty')}</p>`
        }
      </section>
    `;
  }

  private row(track: Track, index: number) {
    const { title, artist, durationSeconds } = track;
    return html`
      <li class="queue-row" data-testid="queue-track">
        <button
          type="button"
          class="queue-play"
          aria-label=${text('playlist.play', { title })}
          @click=${() => void this.player.jump(index)}
        >
          ${trackCover(track)}
          <span class="track-text">
            <strong dir="auto">${title}</strong>
            <span class="soft">${artist}</span>
          </span>
          <span class="soft duration">
            ${durationSeconds > 0 ? asDuration(durationSeconds) : nothing}
          </span>
        </button>
        ${iconButton('close', text('player.queue.remove', { title }), 'queue-remove', () => {
          this.takeOut(track, index);
        })}
      </li>
    `;
  }

  /** The keyboard stays where it was: at what comes in the place of the track. */
  private takeOut({ id }: Track, index: number) {
    this.focusPlace = index - this.index - 1;
    this.player.remove(id);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'player-queue': PlayerQueue;
  }
}
