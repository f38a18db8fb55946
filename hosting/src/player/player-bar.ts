import { html, nothing, svg, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Opinion } from '../feedback/feedback';
import { asPercent, text, type MessageKey } from '../messages/messages';
import { asDuration } from '../playlist/duration';
import type { Track } from '../playlist/track';
import { trackCover } from '../playlist/track-cover';
import { trackArtist, trackCredits } from '../playlist/track-credits';
import { LightElement } from '../shared/light-element';
import './player-bar.css';
import type { Player, PlayerState } from './player';

/** What the buttons show, on a field of 24 by 24. */
const ICONS = {
  play: svg`<path d="M8 5.5v13l10.5-6.5z" />`,
  pause: svg`<path d="M7 5h3.5v14H7zM13.5 5H17v14h-3.5z" />`,
  next: svg`<path d="M6 5.5v13l8.5-6.5zM16 5.5h2.5v13H16z" />`,
  previous: svg`<path d="M18 5.5v13L9.5 12zM5.5 5.5H8v13H5.5z" />`,
  like: svg`<path d="M12 20.3 4.6 13a4.8 4.8 0 0 1 6.8-6.8l.6.6.6-.6a4.8 4.8 0 0 1 6.8 6.8z" />`,
  dislike: svg`<path d="M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zm0 2.4a6.5 6.5 0 0 1 3.7 1.1l-9.2 9.2A6.6 6.6 0 0 1 12 5.4zm0 13.2a6.5 6.5 0 0 1-3.7-1.1l9.2-9.2a6.6 6.6 0 0 1-5.5 10.3z" />`,
};

/** How far the arrow keys go on the seek bar, in seconds. */
const SEEK_STEP = 5;

/** The bar that plays music. Fires `opinion` with an {@link Opinion} on the track that it shows. */
@customElement('player-bar')
export class PlayerBar extends LightElement {
  @property({ attribute: false }) player!: Player;
  /** What the person has said of the track. */
  @property() opinion: Opinion | undefined;

  @state() private shown: PlayerState = { status: 'idle', position: 0, duration: 0 };

  private unwatch: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.shown = this.player.state;
    this.unwatch = this.player.watch((state) => {
      this.shown = state;
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.unwatch?.();
  }

  protected override render() {
    const { track } = this.shown;
    return track
      ? html`
          <section
            class="player-bar"
            aria-label=${text('player.title')}
            data-status=${this.shown.status}
          >
            ${this.about(track)} ${this.controls()} ${this.opinions()} ${this.seekBar()}
            <p class="player-note" role="status" data-testid="player-note">${this.note()}</p>
          </section>
        `
      : nothing;
  }

  private about(track: Track) {
    return html`
      <div class="player-about">
        ${trackCover(track)}
        <div class="track-text">
          <strong data-testid="player-title">${track.title}</strong>
          <span class="soft"
            >${trackArtist(track, 'player')} · ${trackCredits(track, 'player')}</span
          >
        </div>
      </div>
    `;
  }

  private controls() {
    const isPlaying = this.shown.status === 'playing';
    return html`
      <div class="player-controls">
        ${this.button('previous', 'player-previous', () => void this.player.previous())}
        ${this.button(
          isPlaying ? 'pause' : 'play',
          'player-play',
          () => void this.player.toggle(),
          this.shown.status === 'preparing',
        )}
        ${this.button('next', 'player-next', () => void this.player.next())}
      </div>
    `;
  }

  private opinions() {
    return html`
      <div class="player-opinions">
        ${this.opinionButton('like')} ${this.opinionButton('dislike')}
      </div>
    `;
  }

  private opinionButton(opinion: Opinion) {
    const name = text(`player.${opinion}`);
    return html`
      <button
        type="button"
        class="icon-button"
        data-testid=${opinion}
        aria-label=${name}
        title=${name}
        aria-pressed=${this.opinion === opinion}
        @click=${() => {
          this.emit('opinion', opinion);
        }}
      >
        ${icon(ICONS[opinion])}
      </button>
    `;
  }

  private button(
    name: 'play' | 'pause' | 'next' | 'previous',
    testId: string,
    act: () => void,
    busy = false,
  ) {
    const label = text(`player.${name}`);
    return html`
      <button
        type="button"
        class="icon-button"
        data-testid=${testId}
        aria-label=${label}
        title=${label}
        aria-busy=${busy}
        @click=${act}
      >
        ${icon(ICONS[name])}
      </button>
    `;
  }

  private seekBar() {
    const { position, duration, status } = this.shown;
    const time =
      duration > 0 ? `${asDuration(position)} / ${asDuration(duration)}` : asDuration(position);
    return html`
      <div class="player-seek">
        <input
          type="range"
          data-testid="player-seek"
          min="0"
          max=${Math.max(1, Math.floor(duration))}
          step=${SEEK_STEP}
          .value=${String(position)}
          ?disabled=${status !== 'playing' && status !== 'paused'}
          aria-label=${text('player.seek')}
          aria-valuetext=${time}
          @change=${(event: Event) => {
            this.player.seek(Number((event.target as HTMLInputElement).value));
          }}
        />
        <span class="soft duration" data-testid="player-time">${time}</span>
      </div>
    `;
  }

  private note(): string {
    const { status, composed, skipped } = this.shown;
    if (status === 'preparing') {
      const key: MessageKey = this.shown.track?.recipe ? 'player.composing' : 'player.loading';
      return text(key, { percent: asPercent(composed ?? 0) });
    }
    return skipped ? text('player.skipped', { title: skipped.title }) : '';
  }
}

function icon(drawing: TemplateResult<2>) {
  return html`<svg viewBox="0 0 24 24" aria-hidden="true">${drawing}</svg>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'player-bar': PlayerBar;
  }
}
