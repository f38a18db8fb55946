import {
  html,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import { asPercent, text } from '../../messages/messages';
import type { PlayerState } from '../engine/player-state';
import './player-note.css';

/** How long a note on a track that was left out stays. */
const NOTE_MS = 10_000;

/** What there is to say of the player, if it is anything out of the ordinary. */
export class PlayerNote implements ReactiveController {
  private hidden = '';
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.forget();
  }

  /** Takes notice of the player as it is now. What goes on now is said for as long as it does. */
  follow({ skipped, status }: PlayerState): void {
    if (!skipped) {
      this.forget();
    } else if (!this.timer && status === 'playing') {
      const seen = text('player.skipped', { title: skipped.title });
      this.timer = setTimeout(() => {
        this.hidden = seen;
        this.timer = undefined;
        this.host.requestUpdate();
      }, NOTE_MS);
    }
  }

  render(state: PlayerState): TemplateResult {
    const note = noteOf(state);
    const isShown = note && note.text !== this.hidden;
    // The region is there before there is anything in it, else screen readers miss the first note.
    return html`
      <p
        class="player-note"
        role="status"
        data-testid="player-note"
        ?data-trouble=${isShown && note.isTrouble}
        .textContent=${isShown ? note.text : ''}
      ></p>
    `;
  }

  private forget(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.hidden = '';
  }
}

function noteOf(state: PlayerState): { text: string; isTrouble: boolean } | undefined {
  const { status, stalled, skipped, exhausted } = state;
  if (status === 'preparing' || stalled) {
    return { text: waitingFor(state), isTrouble: false };
  }
  if (exhausted) {
    return {
      text: text(navigator.onLine ? 'player.exhausted' : 'player.exhausted.offline'),
      isTrouble: true,
    };
  }
  return skipped
    ? { text: text('player.skipped', { title: skipped.title }), isTrouble: true }
    : undefined;
}

/** Says what is waited for, and how far that is once anything is known of it. */
function waitingFor({ track, composed, stalled }: PlayerState): string {
  if (!track?.recipe) {
    return text(stalled ? 'player.stalled' : 'player.loading');
  }
  return composed
    ? text('player.composing.share', { percent: asPercent(composed) })
    : text('player.composing');
}
