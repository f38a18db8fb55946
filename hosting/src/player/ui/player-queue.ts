import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import './player-queue.css';
import { counted, text } from '../../messages/messages';
import { asDuration } from '../../playlist/duration';
import type { Track } from '../../playlist/track';
import { trackCover } from '../../playlist/track-cover';
import { announce } from '../../shared/announcer';
import { LightDomElement } from '../../shared/light-dom-element';
import type { Player } from '../engine/player';
import { icon } from './icons';
import { iconButton } from './player-parts';

/**
 * What comes after the track that plays; any of it can be played now, taken out, or moved, by dragging
 * its handle or with the arrow keys on it.
 */
@customElement('player-queue')
export class PlayerQueue extends LightDomElement {
  @property({ attribute: false }) player!: Player;
  @property({ attribute: false }) queue: readonly Track[] = [];
  @property({ type: Number }) index = 0;

  /** Where a track was taken out, until what is left is shown. */
  private focusPlace: number | undefined;
  /** The track that was moved by the keys, which keep its handle. */
  private movedId: string | undefined;
  /** The track that is being dragged. */
  @state() private draggedId: string | undefined;

  protected override updated(changes: PropertyValues<this>): void {
    if (changes.has('queue') && this.focusPlace !== undefined) {
      const buttons = this.querySelectorAll<HTMLElement>('[data-testid=queue-remove]');
      const place = Math.min(this.focusPlace, buttons.length - 1);
      (buttons[place] ?? this.closest<HTMLElement>('[tabindex], dialog'))?.focus();
      this.focusPlace = undefined;
    }
    if (changes.has('queue') && this.movedId !== undefined) {
      this.handleOf(this.movedId)?.focus();
      this.movedId = undefined;
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
      <li
        class="queue-row"
        data-testid="queue-track"
        data-index=${index}
        ?data-dragged=${this.draggedId === track.id}
      >
        <button type="button" class="queue-play" @click=${() => void this.player.jump(index)}>
          ${trackCover(track)}
          <span class="track-text">
            <strong dir="auto">${title}</strong>
            <span class="soft">${artist}</span>
          </span>
          <span class="soft duration">
            ${durationSeconds > 0 ? asDuration(durationSeconds) : nothing}
          </span>
        </button>
        <button
          type="button"
          class="icon-button queue-handle"
          data-testid="queue-move"
          data-id=${track.id}
          aria-label=${text('player.queue.move', { title })}
          title=${text('player.queue.move.short')}
          @keydown=${(event: KeyboardEvent) => {
            this.moveByKey(event, track, index);
          }}
          @pointerdown=${(event: PointerEvent) => {
            this.startDragging(event, track);
          }}
          @pointermove=${this.drag}
          @pointerup=${this.stopDragging}
          @pointercancel=${this.stopDragging}
        >
          ${icon('drag')}
        </button>
        ${iconButton('close', text('player.queue.remove', { title }), 'queue-remove', () => {
          this.takeOut(track, index);
        })}
      </li>
    `;
  }

  private moveByKey(event: KeyboardEvent, { id, title }: Track, index: number) {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const to = index + (step ?? 0);
    if (step === undefined) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    if (to > this.index && to < this.queue.length) {
      this.movedId = id;
      this.player.move(index, to);
      announce(text('player.queue.moved', { title, place: String(to - this.index) }));
    }
  }

  private startDragging(event: PointerEvent, { id }: Track) {
    if (event.button === 0) {
      (event.currentTarget as Element).setPointerCapture(event.pointerId);
      this.draggedId = id;
    }
  }

  /** The track takes the place of whatever it is dragged over. */
  private drag({ clientY }: PointerEvent) {
    const from = this.queue.findIndex(({ id }) => id === this.draggedId);
    if (this.draggedId === undefined || from <= this.index) {
      return;
    }
    const rows = [...this.querySelectorAll<HTMLElement>('.queue-row')];
    const over = rows.find((row) => {
      const { top, bottom } = row.getBoundingClientRect();
      return clientY >= top && clientY < bottom;
    });
    const to = Number(over?.dataset.index);
    if (over && to !== from) {
      this.player.move(from, to);
    }
  }

  private stopDragging() {
    this.draggedId = undefined;
  }

  private handleOf(id: string): HTMLElement | null {
    return this.querySelector<HTMLElement>(`.queue-handle[data-id="${CSS.escape(id)}"]`);
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
