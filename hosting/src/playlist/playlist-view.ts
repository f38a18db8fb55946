import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { asList, counted, text } from '../messages/messages';
import type { Goal } from '../mood/goal';
import { announce } from '../shared/announcer';
import { icon } from '../shared/icons';
import { LightDomElement } from '../shared/light-dom-element';
import { nextPaint } from '../shared/next-paint';
import type { ListPlayer } from './list-player';
import type { Playlist } from './playlist';
import './playlist-view.css';
import { reasonChips } from './reason-chips';
import './track-list';
import { commonReasonsOf } from './track-list';

const PLACEHOLDERS = 5;

/** Other tracks that have not come after so long are spoken of. */
const LATE_MS = 15_000;

/** A wish for other tracks; whoever asks for them says how that goes. */
export interface ReshuffleWish {
  readonly moodId: string;
  /** Takes what resolves once they are asked for, to false if they could not be. */
  readonly answer: (asked: Promise<boolean>) => void;
}

/** The music for an entry, and why each track is in it. Fires `reshuffle` with a {@link ReshuffleWish}. */
@customElement('playlist-view')
export class PlaylistView extends LightDomElement {
  @property() goal: Goal = 'match';
  /** Absent while the music is being chosen. */
  @property({ attribute: false }) playlist: Playlist | undefined;
  @property({ attribute: 'mood-id' }) moodId = '';

  /** Stands beside the button for other tracks, such as a button to save the playlist. */
  @property({ attribute: false }) actions: TemplateResult | undefined;

  @property({ attribute: false }) player!: ListPlayer;

  /** Whether other tracks were asked for and have not come yet. */
  @state() private reshuffling: 'no' | 'yes' | 'late' = 'no';

  private markedId: string | undefined;
  private lateTimer: ReturnType<typeof setTimeout> | undefined;
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
    clearTimeout(this.lateTimer);
  }

  protected override willUpdate(changes: PropertyValues<this>): void {
    if (changes.has('moodId') && changes.get('moodId') !== undefined) {
      this.endReshuffling();
    } else if (changes.has('playlist') && this.reshuffling !== 'no') {
      const before = changes.get('playlist');
      if (this.playlist && idsOf(this.playlist) !== idsOf(before)) {
        this.endReshuffling();
        announce(text('playlist.reshuffled'));
      }
    }
  }

  protected override updated(): void {
    if (this.playlist && this.markedId !== this.moodId) {
      this.markedId = this.moodId;
      performance.mark('playlist-shown', { detail: this.moodId });
    }
  }

  protected override render() {
    const { playlist } = this;
    return html`
      <section class="card playlist-view" aria-busy=${!playlist || this.reshuffling !== 'no'}>
        <header>
          <h2>${text(`playlist.${playlist?.goal ?? this.goal}`)}</h2>
          <p class="soft">
            ${
              playlist
                ? counted('playlist.tracks', playlist.tracks.length)
                : text('playlist.waiting')
            }
          </p>
          ${playlist && playlist.tracks.length > 0 ? this.playAllButton(playlist) : nothing}
        </header>
        ${
          playlist
            ? [unavailable(playlist), this.tracks(playlist), this.reshuffleRow()]
            : this.placeholders()
        }
      </section>
    `;
  }

  private tracks(playlist: Playlist) {
    const common = commonReasonsOf(playlist.tracks);
    return html`
      ${reasonChips(common, 'playlist-reasons')}
      <track-list
        .list=${playlist}
        .player=${this.player}
        .commonReasons=${common}
        mood-id=${this.moodId}
        with-reasons
      ></track-list>
    `;
  }

  /** Plays the whole list, or pauses it. */
  private playAllButton(playlist: Playlist) {
    const { player, moodId } = this;
    const index = playlist.tracks.findIndex((track) => player.isAt(playlist, moodId, track));
    const isPlaying = index >= 0 && player.isSounding;
    const label = isPlaying ? 'pause' : index < 0 && player.isSounding ? 'now' : 'all';
    return html`
      <button
        type="button"
        class="button primary play-all"
        data-testid="play-all"
        @click=${() =>
          void nextPaint().then(() => player.play(playlist, moodId, Math.max(0, index)))}
      >
        ${icon(isPlaying ? 'pause' : 'play')} ${text(`playlist.play.${label}`)}
      </button>
    `;
  }

  private reshuffleRow() {
    if (!this.moodId) {
      return nothing;
    }
    const isBusy = this.reshuffling !== 'no';
    return html`
      <div class="playlist-actions">
        <button
          type="button"
          class="button"
          data-testid="reshuffle"
          ?disabled=${isBusy}
          @click=${this.reshuffle}
        >
          ${text(isBusy ? 'playlist.reshuffling' : 'playlist.reshuffle')}
        </button>
        ${this.actions}
        <p class="soft" role="status">
          ${this.reshuffling === 'late' ? text('playlist.reshuffle.late') : ''}
        </p>
      </div>
    `;
  }

  private reshuffle() {
    this.reshuffling = 'yes';
    this.lateTimer = setTimeout(() => {
      this.reshuffling = 'late';
    }, LATE_MS);
    const wish: ReshuffleWish = {
      moodId: this.moodId,
      answer: (asked) => {
        void asked.then((isAsked) => {
          if (!isAsked) {
            this.endReshuffling();
          }
        });
      },
    };
    this.emit('reshuffle', wish);
  }

  private endReshuffling() {
    clearTimeout(this.lateTimer);
    this.reshuffling = 'no';
  }

  private placeholders() {
    return html`
      <div class="tracks" aria-hidden="true">
        ${Array.from({ length: PLACEHOLDERS }, () => html`<div class="track placeholder"></div>`)}
      </div>
    `;
  }
}

const idsOf = (playlist: Playlist | undefined) => playlist?.tracks.map(({ id }) => id).join(' ');

function unavailable({ unavailable }: Playlist) {
  return unavailable.length > 0
    ? html`<p class="note" data-testid="unavailable">
        ${text('playlist.unavailable', { sources: asList(unavailable) })}
      </p>`
    : nothing;
}

declare global {
  interface HTMLElementTagNameMap {
    'playlist-view': PlaylistView;
  }
}
