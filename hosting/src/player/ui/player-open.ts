import { html, type TemplateResult } from 'lit';
import { text } from '../../messages/messages';
import type { Track } from '../../playlist/track';
import { trackCover } from '../../playlist/track-cover';
import type { Player } from '../engine/player';
import type { PlayerState } from '../engine/player-state';
import { iconButton, trackReasons, trackText, transport, volumeControl } from './player-parts';
import './player-queue';
import './player-seek';
import './player-sheet.css';

/** What the open player is made of. */
export interface OpenPlayer {
  readonly player: Player;
  readonly shown: PlayerState;
  readonly opinions: TemplateResult;
  readonly help: TemplateResult;
  readonly note: TemplateResult;
  readonly onClose: () => void;
}

/** What plays and what comes next, above the bar of a wide screen. */
export function panel(track: Track, open: OpenPlayer): TemplateResult {
  return html`
    <section
      class="player-panel"
      tabindex="-1"
      data-testid="player-panel"
      aria-label=${text('player.now.title')}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          open.onClose();
        }
      }}
    >
      <header>
        <h2>${text('player.now.title')}</h2>
        ${closeButton('close', open)}
      </header>
      <div class="player-now">
        ${trackCover(track)}
        <div class="player-words">
          <strong dir="auto">${track.title}</strong
          ><span class="soft"><bdi>${track.artist}</bdi></span>
        </div>
      </div>
      ${queue(open)}
    </section>
  `;
}

/** The whole player, on a narrow screen. */
export function sheet(track: Track, open: OpenPlayer): TemplateResult {
  const { player, shown, opinions, help, note, onClose } = open;
  return html`
    <dialog
      class="player-sheet"
      data-testid="player-sheet"
      aria-label=${text('player.title')}
      @close=${onClose}
      @cancel=${onClose}
    >
      <header>
        ${closeButton('down', open)}
        <h2>${text('player.now.title')}</h2>
        ${help}
      </header>
      <div class="player-stage">${trackCover(track)}</div>
      <div class="player-headline">
        <div class="player-words">${trackText(track)}</div>
        ${opinions}
      </div>
      ${trackReasons(track)}
      <player-seek .player=${player} .shown=${shown}></player-seek>
      ${transport(player, shown)} ${volumeControl(player, shown)} ${note} ${queue(open)}
    </dialog>
  `;
}

function queue({ player, shown }: OpenPlayer) {
  return html`<player-queue
    .player=${player}
    .queue=${shown.queue}
    .index=${shown.index}
  ></player-queue>`;
}

function closeButton(name: 'close' | 'down', { onClose }: OpenPlayer) {
  return iconButton(name, text('player.close'), 'player-close', onClose);
}
