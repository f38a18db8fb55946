import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { text } from '../messages/messages';
import { icon } from '../shared/icons';
import '../shared/icon-button.css';
import { LightDomElement } from '../shared/light-dom-element';
import { nextPaint } from '../shared/next-paint';
import { asDuration } from './duration';
import type { ListPlayer, TrackListing } from './list-player';
import './piece-download';
import { reasonChips } from './reason-chips';
import type { Reason, Track } from './track';
import { trackCover } from './track-cover';
import { trackArtist, trackCredits } from './track-credits';
import './track-list.css';

/** So few tracks each say all their reasons. */
const FEW = 4;

/** Tracks in rows: each can be played, liked, and put into the player's queue. */
@customElement('track-list')
export class TrackList extends LightDomElement {
  @property({ attribute: false }) list!: TrackListing;
  /** The entry that the list is for. */
  @property({ attribute: 'mood-id' }) moodId = '';
  @property({ attribute: false }) player!: ListPlayer;
  /** Reasons that are given for the whole list, and not for each track again. */
  @property({ attribute: false }) commonReasons: readonly Reason[] = [];
  /** Whether each row says why its track was chosen. */
  @property({ type: Boolean, attribute: 'with-reasons' }) withReasons = false;

  private unwatch: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.unwatch = this.player.onChange(() => {
      this.requestUpdate();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.unwatch?.();
  }

  protected override willUpdate(changes: PropertyValues<this>): void {
    if (changes.has('list')) {
      this.player.follow(this.list);
    }
  }

  protected override render() {
    return html`
      <ol class="tracks">
        ${repeat(
          this.list.tracks,
          ({ id }) => id,
          (track, index) => this.row(track, index),
        )}
      </ol>
    `;
  }

  private row(track: Track, index: number) {
    const { player, list, moodId } = this;
    const isCurrent = player.isAt(list, moodId, track);
    const isPlaying = isCurrent && player.isSounding;
    const { title, durationSeconds } = track;
    return html`
      <li
        class="track"
        data-testid="track"
        aria-current=${isCurrent ? 'true' : nothing}
        @click=${(event: Event) => {
          this.playFromRow(event, index);
        }}
      >
        <button
          type="button"
          class="track-play"
          data-testid="track-play"
          aria-label=${text(isPlaying ? 'playlist.pause' : 'playlist.play', { title })}
          @click=${() => void this.play(index)}
        >
          ${trackCover(track)}
          <span class="track-sign">${icon(isPlaying ? 'pause' : 'play')}</span>
        </button>
        <div class="track-text">
          <strong dir="auto" data-testid="track-title">${title}</strong>
          <span class="soft">
            ${isCurrent ? html`<b class="track-now">${text('playlist.current')}</b> · ` : nothing}
            ${track.recipe ? nothing : html`${trackArtist(track, 'track')} · `}${trackCredits(track, 'track')}
          </span>
        </div>
        <span class="soft duration">
          ${durationSeconds > 0 ? asDuration(durationSeconds) : nothing}
        </span>
        ${this.actions(track)}
        ${this.withReasons ? reasonChips(this.ownReasons(track), 'track-reasons') : nothing}
      </li>
    `;
  }

  private actions(track: Track) {
    const { player, list, moodId } = this;
    const { title } = track;
    const isLiked = player.isLiked(track);
    return html`
      <div class="track-actions">
        <button
          type="button"
          class="icon-button"
          data-testid="track-like"
          aria-label=${text('playlist.like', { title })}
          aria-pressed=${isLiked}
          title=${text('player.like')}
          @click=${() => void player.like(track, list, moodId)}
        >
          ${icon(isLiked ? 'liked' : 'like')}
        </button>
        <details class="track-menu" @focusout=${closeWhenLeft} @keydown=${closeOnEscape}>
          <summary
            class="icon-button"
            data-testid="track-more"
            aria-label=${text('playlist.more', { title })}
            title=${text('playlist.more.short')}
          >
            ${icon('more')}
          </summary>
          <div class="track-menu-items">
            ${(['next', 'last'] as const).map(
              (place) => html`
                <button
                  type="button"
                  class="quiet"
                  data-testid=${`track-add-${place}`}
                  @click=${(event: Event) => {
                    player.add(track, list, moodId, place);
                    close(event.currentTarget);
                  }}
                >
                  ${text(`playlist.add.${place}`)}
                </button>
              `,
            )}
            ${track.recipe ? html`<piece-download .track=${track}></piece-download>` : nothing}
          </div>
        </details>
      </div>
    `;
  }

  private ownReasons({ reasons }: Track): readonly Reason[] {
    return reasons.filter((reason) => !this.commonReasons.some((common) => isSame(common, reason)));
  }

  /** The row plays wherever it is tapped, but for what in it does something else. */
  private playFromRow(event: Event, index: number) {
    if (!(event.target as Element).closest('a, button, .track-menu')) {
      void this.play(index);
    }
  }

  /** That the tap was taken is seen before the work for it begins. */
  private async play(index: number) {
    await nextPaint();
    await this.player.play(this.list, this.moodId, index);
  }
}

/** Returns the reasons that most of the tracks share, if there are enough tracks to say so. */
export function commonReasonsOf(tracks: readonly Track[]): readonly Reason[] {
  if (tracks.length < FEW) {
    return [];
  }
  const all = tracks.flatMap(({ reasons }) => reasons);
  const different = all.filter(
    (reason, index) => all.findIndex((other) => isSame(other, reason)) === index,
  );
  return different.filter(
    (reason) => all.filter((other) => isSame(other, reason)).length > tracks.length / 2,
  );
}

function isSame(one: Reason, other: Reason): boolean {
  return one.code === other.code && one.value === other.value && one.emotion === other.emotion;
}

function close(within: EventTarget | null): void {
  const menu = (within as Element | null)?.closest('details');
  if (menu?.open) {
    menu.open = false;
    menu.querySelector('summary')?.focus();
  }
}

function closeOnEscape(event: KeyboardEvent): void {
  if (event.key === 'Escape') {
    close(event.currentTarget);
  }
}

function closeWhenLeft({ currentTarget, relatedTarget }: FocusEvent): void {
  const menu = currentTarget as HTMLDetailsElement;
  if (!menu.contains(relatedTarget as Node | null)) {
    menu.open = false;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'track-list': TrackList;
  }
}
