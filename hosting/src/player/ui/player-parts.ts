import { html, nothing, type TemplateResult } from 'lit';
import type { Opinion } from '../../feedback/feedback';
import { asPercent, text } from '../../messages/messages';
import { asDuration } from '../../playlist/duration';
import { reasonChips } from '../../playlist/reason-chips';
import type { Track } from '../../playlist/track';
import { trackArtist, trackCredits } from '../../playlist/track-credits';
import { customProperty } from '../../shared/custom-property';
import '../../shared/icon-button.css';
import '../../shared/slider.css';
import { nextPaint } from '../../shared/next-paint';
import type { Player } from '../engine/player';
import type { PlayerState } from '../engine/player-state';
import { icon, type IconName } from './icons';
import './player-buttons.css';
import './player-slider.css';
import { repeatAfter } from './shortcuts';

// The parts of the player, which stand in the bar on a wide screen and in the sheet on a narrow one.

interface ButtonOptions {
  readonly pressed?: boolean;
  readonly busy?: boolean;
  readonly disabled?: boolean;
  readonly expanded?: boolean;
}

/** A round button that shows an icon and says in words what it does. */
export function iconButton(
  name: IconName,
  label: string,
  testId: string,
  act: () => void,
  { pressed, busy, disabled, expanded }: ButtonOptions = {},
): TemplateResult {
  return html`
    <button
      type="button"
      class="icon-button"
      data-testid=${testId}
      aria-label=${label}
      title=${label}
      aria-pressed=${pressed ?? nothing}
      aria-busy=${busy ?? nothing}
      aria-expanded=${expanded ?? nothing}
      ?disabled=${disabled ?? false}
      @click=${act}
    >
      ${icon(name)}
    </button>
  `;
}

/** Shuffle, previous, play or pause, next, repeat. */
export function transport(player: Player, state: PlayerState): TemplateResult {
  return html`
    <div class="player-controls">
      ${shuffleButton(player, state)} ${previousButton(player)} ${playButton(player, state)}
      ${nextButton(player)} ${repeatButton(player, state)}
    </div>
  `;
}

export function playButton(player: Player, { status, composed, stalled }: PlayerState) {
  const isPlaying = status === 'playing' || status === 'preparing';
  return html`
    <span
      class="play-ring"
      ?data-measured=${Boolean(composed)}
      ${customProperty('--share', String(composed ?? 0))}
    >
      ${iconButton(
        isPlaying ? 'pause' : 'play',
        text(isPlaying ? 'player.pause' : 'player.play'),
        'player-play',
        () => void nextPaint().then(() => player.toggle()),
        { busy: status === 'preparing' || stalled === true },
      )}
    </span>
  `;
}

export const nextButton = (player: Player) =>
  iconButton('next', text('player.next'), 'player-next', () => {
    void nextPaint().then(() => player.next());
  });

const previousButton = (player: Player) =>
  iconButton('previous', text('player.previous'), 'player-previous', () => {
    void nextPaint().then(() => player.previous());
  });

const shuffleButton = (player: Player, { shuffle }: PlayerState) =>
  iconButton(
    'shuffle',
    text('player.shuffle'),
    'player-shuffle',
    () => {
      player.setShuffle(!shuffle);
    },
    { pressed: shuffle },
  );

function repeatButton(player: Player, { repeat }: PlayerState) {
  return html`
    <span class="repeat-box">
      ${iconButton(
        'repeat',
        text(`player.repeat.${repeat}`),
        'player-repeat',
        () => {
          player.setRepeat(repeatAfter(repeat));
        },
        { pressed: repeat !== 'off' },
      )}
      ${repeat === 'one' ? html`<span class="repeat-one" aria-hidden="true">1</span>` : nothing}
    </span>
  `;
}

/** Like and dislike. */
export function opinionButtons(opinion: Opinion | undefined, say: (opinion: Opinion) => void) {
  return html`
    <div class="player-opinions">
      ${(['like', 'dislike'] as const).map((one) =>
        iconButton(
          one === 'like' && opinion === 'like' ? 'liked' : one,
          text(`player.${one}`),
          one,
          () =>
            void nextPaint().then(() => {
              say(one);
            }),
          { pressed: opinion === one },
        ),
      )}
    </div>
  `;
}

/** How loud it is; only whether there is sound where the system alone decides the rest. */
export function volumeControl(player: Player, { volume, muted }: PlayerState) {
  const silent = muted || volume === 0;
  const shown = silent ? 0 : volume;
  return html`
    <div class="player-volume">
      ${iconButton(
        silent ? 'muted' : volume < 0.5 ? 'softer' : 'volume',
        text(muted ? 'player.unmute' : 'player.mute'),
        'player-mute',
        () => {
          player.setMuted(!muted);
        },
        { pressed: muted },
      )}
      ${
        volumeCanBeSet()
          ? html`<input
              type="range"
              class="slider"
              data-testid="player-volume"
              min="0"
              max="1"
              step="0.05"
              .value=${String(shown)}
              aria-label=${text('player.volume')}
              aria-valuetext=${asPercent(shown)}
              ${customProperty('--share', String(shown))}
              @input=${(event: Event) => {
                player.setVolume(Number((event.target as HTMLInputElement).value));
              }}
            />`
          : nothing
      }
    </div>
  `;
}

let settable: boolean | undefined;

/** On telephones of one maker, only the keys at their side change the volume. */
function volumeCanBeSet(): boolean {
  if (settable === undefined) {
    const probe = new Audio();
    probe.volume = 0.5;
    settable = probe.volume === 0.5;
  }
  return settable;
}

/** Who made the track, where it comes from and on what terms. */
export function trackText(track: Track): TemplateResult {
  return html`
    <div class="track-text">
      <strong dir="auto" data-testid="player-title" title=${track.title}>${track.title}</strong>
      <span class="soft">${trackArtist(track, 'player')} · ${trackCredits(track, 'player')}</span>
    </div>
  `;
}

/** Why the track was chosen. */
export function trackReasons({ reasons }: Track): TemplateResult | typeof nothing {
  return reasonChips(reasons, 'player-reasons');
}

/** Such as `0:12`, and `2:05` of which it is. */
export const timesOf = (position: number, duration: number) => ({
  position: asDuration(position),
  duration: duration > 0 ? asDuration(duration) : '',
});
