import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { asList, counted, text } from '../messages/messages';
import type { Goal } from '../mood/goal';
import { LightElement } from '../shared/light-element';
import { asDuration } from './duration';
import type { Playlist } from './playlist';
import { reasonText } from './reason-text';
import type { Reason, Track } from './track';
import { trackCover } from './track-cover';
import { trackArtist, trackCredits } from './track-credits';
import './playlist-view.css';

const PLACEHOLDERS = 5;

/**
 * The music for an entry, and why each track is in it. Fires `play` with the index of the track that is
 * to be played.
 */
@customElement('playlist-view')
export class PlaylistView extends LightElement {
  @property() goal: Goal = 'match';
  /** Absent while the music is being chosen. */
  @property({ attribute: false }) playlist: Playlist | undefined;
  @property({ attribute: 'mood-id' }) moodId = '';

  /** The id of the track that plays. */
  @property({ attribute: 'playing-id' }) playingId: string | undefined;

  private markedId: string | undefined;

  protected override updated(): void {
    if (this.playlist && this.markedId !== this.moodId) {
      this.markedId = this.moodId;
      performance.mark('playlist-shown', { detail: this.moodId });
    }
  }

  protected override render() {
    const { playlist } = this;
    return html`
      <section class="card playlist-view" aria-busy=${!playlist}>
        <header>
          <h2>${text(`playlist.${playlist?.goal ?? this.goal}`)}</h2>
          <p class="soft">
            ${
              playlist
                ? counted('playlist.tracks', playlist.tracks.length)
                : text('playlist.waiting')
            }
          </p>
        </header>
        ${playlist ? [unavailable(playlist), this.tracks(playlist)] : this.placeholders()}
      </section>
    `;
  }

  private tracks({ tracks }: Playlist) {
    return html`
      <ol class="tracks">
        ${repeat(
          tracks,
          ({ id }) => id,
          (track, index) => this.track(track, index),
        )}
      </ol>
    `;
  }

  private track(track: Track, index: number) {
    const isPlaying = this.playingId === track.id;
    return html`
      <li class="track" data-testid="track" aria-current=${isPlaying ? 'true' : nothing}>
        <button
          type="button"
          class="track-play"
          data-testid="track-play"
          aria-label=${text('playlist.play', { title: track.title })}
          @click=${() => {
            this.emit('play', index);
          }}
        >
          ${trackCover(track)}
        </button>
        <div class="track-text">
          <strong data-testid="track-title">${track.title}</strong>
          <span class="soft">${trackArtist(track, 'track')} · ${trackCredits(track, 'track')}</span>
        </div>
        <span class="soft duration">
          ${track.durationSeconds > 0 ? asDuration(track.durationSeconds) : nothing}
        </span>
        <ul class="reasons" data-testid="track-reasons">
          ${track.reasons.map((reason) => chip(reason))}
        </ul>
      </li>
    `;
  }

  private placeholders() {
    return html`
      <div class="tracks" aria-hidden="true">
        ${Array.from({ length: PLACEHOLDERS }, () => html`<div class="track placeholder"></div>`)}
      </div>
    `;
  }
}

function unavailable({ unavailable }: Playlist) {
  return unavailable.length > 0
    ? html`<p class="note" data-testid="unavailable">
        ${text('playlist.unavailable', { sources: asList(unavailable) })}
      </p>`
    : nothing;
}

function chip(reason: Reason) {
  const words = reasonText(reason);
  return words ? html`<li class="chip">${words}</li>` : nothing;
}

declare global {
  interface HTMLElementTagNameMap {
    'playlist-view': PlaylistView;
  }
}
