import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { counted, isMessageKey, text } from '../messages/messages';
import type { Goal } from '../mood/goal';
import { LightElement } from '../shared/light-element';
import type { Playlist, Track } from './playlist';
import { trackCover } from './track-cover';
import './playlist-view.css';

const PLACEHOLDERS = 5;

/** The music for an entry, and why each track is in it. */
@customElement('playlist-view')
export class PlaylistView extends LightElement {
  @property() goal: Goal = 'match';
  /** Absent while the music is being chosen. */
  @property({ attribute: false }) playlist: Playlist | undefined;
  @property({ attribute: 'mood-id' }) moodId = '';

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
        ${playlist ? this.tracks(playlist) : this.placeholders()}
      </section>
    `;
  }

  private tracks({ tracks }: Playlist) {
    return html`
      <ol class="tracks">
        ${repeat(
          tracks,
          ({ id }) => id,
          (track) => this.track(track),
        )}
      </ol>
    `;
  }

  private track(track: Track) {
    return html`
      <li class="track" data-testid="track">
        ${trackCover(track)}
        <div class="track-text">
          <strong data-testid="track-title">${track.title}</strong>
          <span class="soft" data-testid="track-artist">${track.artist}</span>
        </div>
        <span class="soft duration">${duration(track.durationSeconds)}</span>
        <ul class="reasons" data-testid="track-reasons">
          ${track.reasons.map((code) => reason(code))}
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

function reason(code: string) {
  const key = `reason.${code}`;
  return isMessageKey(key) ? html`<li class="chip">${text(key)}</li>` : nothing;
}

function duration(seconds: number) {
  if (seconds <= 0) {
    return nothing;
  }
  const whole = Math.round(seconds);
  return text('playlist.duration', {
    minutes: String(Math.floor(whole / 60)),
    seconds: String(whole % 60).padStart(2, '0'),
  });
}

declare global {
  interface HTMLElementTagNameMap {
    'playlist-view': PlaylistView;
  }
}
