import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import { asPercent, text } from '../../messages/messages';
import { connection } from '../../shared/connection';
import type { PlayerState } from '../engine/player-state';
import './player-note.css';

/** How long a note on a track that was left out stays. */
const NOTE_MS = 10_000;

/** What a person can answer to a note. */
type Answer = 'undo' | 'play';

interface Note {
  readonly text: string;
  readonly isTrouble?: boolean;
  readonly answer?: Answer;
}

/** What there is to say of the player, if it is anything out of the ordinary. */
export class PlayerNote implements ReactiveController {
  private hidden = '';
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly answers: Readonly<Record<Answer, () => void>>,
  ) {
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
      <div class="player-note" ?data-empty=${!isShown} ?data-trouble=${isShown && note.isTrouble}>
        <p role="status" data-testid="player-note" .textContent=${isShown ? note.text : ''}></p>
        ${isShown && note.answer ? this.button(note.answer) : nothing}
      </div>
    `;
  }

  private button(answer: Answer) {
    return html`
      <button
        type="button"
        class="quiet"
        data-testid=${`player-note-${answer}`}
        @click=${this.answers[answer]}
      >
        ${text(answer === 'undo' ? 'player.undo' : 'player.waiting.play')}
      </button>
    `;
  }

  private forget(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.hidden = '';
  }
}

function noteOf(state: PlayerState): Note | undefined {
  const { waiting } = state;
  return waiting
    ? { text: text('player.waiting'), answer: 'play' }
    : (undoOf(state) ?? waitingFor(state) ?? troubleOf(state));
}

function troubleOf({ skipped, exhausted }: PlayerState): Note | undefined {
  if (exhausted) {
    return {
      text: text(connection.isOnline ? 'player.exhausted' : 'player.exhausted.offline'),
      isTrouble: true,
    };
  }
  return skipped
    ? { text: text('player.skipped', { title: skipped.title }), isTrouble: true }
    : undefined;
}

function undoOf({ undoable }: PlayerState): Note | undefined {
  if (!undoable) {
    return undefined;
  }
  const { action, track } = undoable;
  return {
    text:
      action === 'switched'
        ? text('player.switched')
        : text('player.disliked', { title: track.title }),
    answer: 'undo',
  };
}

/** Says what is waited for, and how far that is once anything is known of it. */
function waitingFor({ status, track, composed, stalled }: PlayerState): Note | undefined {
  if (status !== 'preparing' && !stalled) {
    return undefined;
  }
  if (!track?.recipe) {
    return { text: text(stalled ? 'player.stalled' : 'player.loading') };
  }
  return {
    text: composed
      ? text('player.composing.share', { percent: asPercent(composed) })
      : text('player.composing'),
  };
}
