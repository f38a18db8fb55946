import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { text, type MessageKey } from '../messages/messages';
import { connection } from '../shared/connection';
import { icon } from '../shared/icons';
import { LightDomElement } from '../shared/light-dom-element';
import { notify } from '../shared/notices';
import './landing-listen.css';
import { LandingPiece, PIECE, type PieceStatus } from './landing-piece';

const LABELS: Readonly<Record<PieceStatus, MessageKey>> = {
  idle: 'landing.listen',
  preparing: 'landing.listen.preparing',
  playing: 'landing.listen.pause',
  paused: 'landing.listen',
};

/** One piece to be heard before there is any account. It stops when the person signs in. */
@customElement('landing-listen')
export class LandingListen extends LightDomElement {
  private readonly piece = new LandingPiece(
    () => {
      this.requestUpdate();
    },
    (error) => {
      console.warn('The piece could not be played', error);
      notify({
        key: connection.isOnline ? 'landing.listen.failed' : 'trouble.offline',
        kind: 'trouble',
      });
    },
  );

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.piece.close();
  }

  protected override render() {
    const { status } = this.piece;
    return html`
      <div class="landing-music" data-status=${status}>
        <svg viewBox="0 0 40 40" aria-hidden="true">
          <rect width="40" height="40" rx="10" />
          <circle cx="27" cy="13" r="6" />
          <path d="M0 31q10-9 20-2t20-4v5a10 10 0 0 1-10 10H10A10 10 0 0 1 0 30z" />
        </svg>
        <p>
          <strong lang="en">${PIECE.title}</strong>
          <span class="soft">${text('source.original')}</span>
        </p>
        <span class="landing-waves" aria-hidden="true"><i></i><i></i><i></i><i></i></span>
        <button
          class="button"
          type="button"
          data-testid="landing-listen"
          aria-busy=${status === 'preparing'}
          @click=${() => void this.piece.toggle()}
        >
          ${icon(status === 'playing' ? 'pause' : 'play')} ${text(LABELS[status])}
        </button>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'landing-listen': LandingListen;
  }
}
