import { html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Opinion } from '../../feedback/feedback';
import { text } from '../../messages/messages';
import type { Track } from '../../playlist/track';
import { trackCover } from '../../playlist/track-cover';
import { announce } from '../../shared/announcer';
import { LightDomElement } from '../../shared/light-dom-element';
import type { PlayerController } from '../engine/player-controller';
import type { PlayerState } from '../engine/player-state';
import './player-bar.css';
import './player-help';
import type { PlayerHelp } from './player-help';
import { obeyKeys } from './player-keys';
import './player-narrow.css';
import { PlayerNote } from './player-note';
import { panel, sheet, type OpenPlayer } from './player-open';
import {
  iconButton,
  nextButton,
  opinionButtons,
  playButton,
  trackReasons,
  trackText,
  transport,
  volumeControl,
} from './player-parts';
import './player-seek';
import './player-sheet.css';

/** Where there is no room for everything in the bar; the pages' links stand below it there. */
const NARROW = '(max-width: 55.99rem)';

/**
 * The bar that plays music, at the foot of every page. On a wide screen it holds everything, and what
 * comes next opens above it; on a narrow one it opens into a sheet.
 */
@customElement('player-bar')
export class PlayerBar extends LightDomElement {
  @property({ attribute: false }) music!: PlayerController;

  @state() private shown!: PlayerState;
  @state() private opinion: Opinion | undefined;
  @state() private isNarrow = false;
  @state() private isOpen = false;

  @query('player-help') private help!: PlayerHelp;

  private readonly note = new PlayerNote(this, {
    undo: () => void this.music.undo(),
    play: () => void this.music.player.playWaiting(),
  });
  private readonly narrow = matchMedia(NARROW);
  private announcedId: string | undefined;
  private closers: (() => void)[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    const fit = () => {
      this.isNarrow = this.narrow.matches;
    };
    const { player } = this.music;
    fit();
    this.follow(player.state);
    this.narrow.addEventListener('change', fit);
    this.closers = [
      player.watch((shown) => {
        this.follow(shown);
      }),
      this.music.watchOpinion((opinion) => {
        this.opinion = opinion;
      }),
      obeyKeys(this.music, {
        toggleHelp: () => {
          this.help.toggle();
        },
        toggleQueue: () => void this.toggleOpen(),
      }),
      () => {
        this.narrow.removeEventListener('change', fit);
      },
    ];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.closers.forEach((close) => {
      close();
    });
    document.documentElement.classList.remove('has-player', 'has-player-sheet');
  }

  protected override updated(): void {
    const root = document.documentElement.classList;
    root.toggle('has-player', this.shown.track !== undefined);
    root.toggle('has-player-sheet', this.isOpen && this.isNarrow);
    const sheet = this.querySelector<HTMLDialogElement>('dialog.player-sheet');
    if (sheet && !sheet.open) {
      sheet.showModal();
    }
  }

  protected override render() {
    const { track } = this.shown;
    if (!track) {
      return html`<player-help></player-help>`;
    }
    const isSheet = this.isOpen && this.isNarrow;
    return html`
      <section
        class="player-bar"
        aria-label=${text('player.title')}
        data-status=${this.shown.status}
        data-layout=${this.isNarrow ? 'narrow' : 'wide'}
      >
        ${this.note.render(this.shown)}
        ${isSheet ? nothing : this.isNarrow ? this.narrowBar(track) : this.wideBar(track)}
      </section>
      ${isSheet ? sheet(track, this.openPlayer()) : this.isOpen ? panel(track, this.openPlayer()) : nothing}
      <player-help></player-help>
    `;
  }

  private wideBar(track: Track) {
    const { player } = this.music;
    return html`
      <div class="player-about">
        ${trackCover(track)}
        <div class="player-words">${trackText(track)} ${trackReasons(track)}</div>
        ${this.opinions()}
      </div>
      <div class="player-middle">
        ${transport(player, this.shown)}
        <player-seek .player=${player} .shown=${this.shown}></player-seek>
      </div>
      <div class="player-side">
        ${volumeControl(player, this.shown)} ${this.helpButton()} ${this.openButton()}
      </div>
    `;
  }

  private narrowBar(track: Track) {
    const { player } = this.music;
    return html`
      <button
        type="button"
        class="player-open"
        data-testid="player-open"
        aria-label=${text('player.open', { title: track.title })}
        @click=${() => void this.toggleOpen()}
      >
        ${trackCover(track)}
        <span class="track-text">
          <strong dir="auto" data-testid="player-title">${track.title}</strong>
          <span class="soft"><bdi>${track.artist}</bdi></span>
        </span>
      </button>
      ${this.opinions()}
      <div class="player-controls">${playButton(player, this.shown)} ${nextButton(player)}</div>
      ${this.progressLine()}
    `;
  }

  private progressLine() {
    const { position, duration } = this.shown;
    return html`<progress
      class="player-progress"
      aria-hidden="true"
      max="1"
      .value=${duration > 0 ? Math.min(1, position / duration) : 0}
    ></progress>`;
  }

  /** What the player shows when it is open. */
  private openPlayer(): OpenPlayer {
    return {
      player: this.music.player,
      shown: this.shown,
      opinions: this.opinions(),
      help: this.helpButton(),
      note: this.note.render(this.shown),
      onClose: () => void this.close(),
    };
  }

  private opinions() {
    return opinionButtons(this.opinion, (opinion) => void this.music.say(opinion));
  }

  private helpButton() {
    return iconButton('keys', text('player.help'), 'player-help', () => {
      this.help.toggle();
    });
  }

  private openButton() {
    return iconButton(
      'queue',
      text('player.queue'),
      'player-queue',
      () => {
        void this.toggleOpen();
      },
      { expanded: this.isOpen },
    );
  }

  private follow(shown: PlayerState) {
    this.shown = shown;
    const { track, status } = shown;
    if (status === 'playing' && track && track.id !== this.announcedId) {
      this.announcedId = track.id;
      announce(text('player.now', { title: track.title, artist: track.artist }));
    }
    if (!track) {
      this.isOpen = false;
    }
    this.note.follow(shown);
  }

  private async toggleOpen() {
    this.isOpen = !this.isOpen;
    await this.updateComplete;
    if (this.isOpen) {
      this.querySelector<HTMLElement>('.player-panel')?.focus();
    } else {
      this.focusOpener();
    }
  }

  private async close() {
    if (this.isOpen) {
      this.isOpen = false;
      await this.updateComplete;
      this.focusOpener();
    }
  }

  private focusOpener() {
    this.querySelector<HTMLElement>(
      '[data-testid=player-queue], [data-testid=player-open]',
    )?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'player-bar': PlayerBar;
  }
}
