import { html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { text } from '../../messages/messages';
import { customProperty } from '../../shared/custom-property';
import { LightDomElement } from '../../shared/light-dom-element';
import type { Player } from '../engine/player';
import type { PlayerState } from '../engine/player-state';
import { timesOf } from './player-parts';

/** How far the arrow keys go, in seconds. */
const STEP = 5;

/** Where the track is, and a way to any other place of it. */
@customElement('player-seek')
export class PlayerSeek extends LightDomElement {
  @property({ attribute: false }) player!: Player;
  @property({ attribute: false }) shown!: PlayerState;

  /** Where the person drags it to, which the track does not follow until it is let go. */
  @state() private dragged: number | undefined;

  protected override render() {
    const { duration, status } = this.shown;
    const position = this.dragged ?? this.shown.position;
    const times = timesOf(position, duration);
    const label = times.duration
      ? text('player.seek.value', times)
      : text('player.seek.unknown', times);
    return html`
      <div class="player-seek">
        <span class="soft duration" data-testid="player-time">${times.position}</span>
        <input
          type="range"
          class="slider"
          data-testid="player-seek"
          min="0"
          max=${Math.max(1, Math.floor(duration))}
          step="1"
          .value=${String(Math.floor(position))}
          ?disabled=${duration <= 0 || (status !== 'playing' && status !== 'paused')}
          aria-label=${text('player.seek')}
          aria-valuetext=${label}
          ${customProperty('--share', String(duration > 0 ? Math.min(1, position / duration) : 0))}
          ${customProperty('--ready', String(this.shown.composed ?? 1))}
          @keydown=${this.step}
          @input=${(event: Event) => {
            this.dragged = valueOf(event);
          }}
          @change=${(event: Event) => {
            this.dragged = undefined;
            this.player.seek(valueOf(event));
          }}
        />
        <span class="soft duration" data-testid="player-length">${times.duration}</span>
      </div>
    `;
  }

  /** A second at a time would be a long way. */
  private step(event: KeyboardEvent) {
    const rightToLeft = getComputedStyle(this).direction === 'rtl';
    const forward = { ArrowUp: 1, ArrowDown: -1, ArrowRight: rightToLeft ? -1 : 1 }[event.key];
    const steps = event.key === 'ArrowLeft' ? (rightToLeft ? 1 : -1) : forward;
    if (steps !== undefined) {
      event.preventDefault();
      this.player.seek(this.shown.position + steps * STEP);
    }
  }
}

const valueOf = (event: Event) => Number((event.target as HTMLInputElement).value);

declare global {
  interface HTMLElementTagNameMap {
    'player-seek': PlayerSeek;
  }
}
