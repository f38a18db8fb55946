import type { MessageKey } from '../../messages/messages';
import type { Repeat } from '../engine/play-order';
import type { Player } from '../engine/player';

/** What a key does. */
export type Command =
  | 'toggle'
  | 'next'
  | 'previous'
  | 'forward'
  | 'back'
  | 'louder'
  | 'softer'
  | 'mute'
  | 'shuffle'
  | 'repeat'
  | 'like'
  | 'dislike'
  | 'queue'
  | 'help';

/** A key as it is printed, and what it does. */
export interface Shortcut {
  readonly command: Command;
  /** As in `KeyboardEvent.key`, in lower case. */
  readonly key: string;
  /** As it is shown. */
  readonly label: string;
  /** What it does, in words. */
  readonly text: MessageKey;
}

/** Letters and signs alone: what is held with Ctrl, Alt or the like is the browser's. */
export const SHORTCUTS: readonly Shortcut[] = [
  { command: 'toggle', key: 'k', label: 'K', text: 'shortcut.toggle' },
  { command: 'next', key: 'n', label: 'N', text: 'shortcut.next' },
  { command: 'previous', key: 'p', label: 'P', text: 'shortcut.previous' },
  { command: 'forward', key: 'l', label: 'L', text: 'shortcut.forward' },
  { command: 'back', key: 'j', label: 'J', text: 'shortcut.back' },
  { command: 'louder', key: '+', label: '+', text: 'shortcut.louder' },
  { command: 'softer', key: '-', label: '−', text: 'shortcut.softer' },
  { command: 'mute', key: 'm', label: 'M', text: 'shortcut.mute' },
  { command: 'shuffle', key: 's', label: 'S', text: 'shortcut.shuffle' },
  { command: 'repeat', key: 'r', label: 'R', text: 'shortcut.repeat' },
  { command: 'like', key: 'g', label: 'G', text: 'shortcut.like' },
  { command: 'dislike', key: 'b', label: 'B', text: 'shortcut.dislike' },
  { command: 'queue', key: 'q', label: 'Q', text: 'shortcut.queue' },
  { command: 'help', key: '?', label: '?', text: 'shortcut.help' },
];

/** How far J and L go, in seconds. */
const LEAP = 10;

/** How much louder one press makes it. */
const VOLUME_STEP = 0.1;

/**
 * Returns what a key means to the player. Space plays and pauses too, where it has nothing else to do.
 *
 * @returns nothing for any other key, and for all of them where a person types, or in a dialog
 */
export function commandOf(event: KeyboardEvent): Command | undefined {
  if (
    event.ctrlKey ||
    event.metaKey ||
    event.altKey ||
    event.isComposing ||
    event.defaultPrevented
  ) {
    return undefined;
  }
  const target = event.target instanceof Element ? event.target : document.body;
  if (isTypedInto(target) || target.closest('dialog, [role="dialog"][aria-modal="true"]')) {
    return undefined;
  }
  if (event.key === ' ') {
    return target === document.body || target.matches('main, h1') ? 'toggle' : undefined;
  }
  const key = event.key.toLowerCase();
  return SHORTCUTS.find((shortcut) => shortcut.key === key)?.command;
}

/** Does what is the player's alone to do; returns whether it was. */
export function perform(player: Player, command: Command): boolean {
  const { position, volume, muted, shuffle, repeat } = player.state;
  switch (command) {
    case 'toggle':
      void player.toggle();
      return true;
    case 'next':
      void player.next();
      return true;
    case 'previous':
      void player.previous();
      return true;
    case 'forward':
      player.seek(position + LEAP);
      return true;
    case 'back':
      player.seek(position - LEAP);
      return true;
    case 'louder':
      player.setVolume(rounded(volume + VOLUME_STEP));
      return true;
    case 'softer':
      player.setVolume(rounded(volume - VOLUME_STEP));
      return true;
    case 'mute':
      player.setMuted(!muted);
      return true;
    case 'shuffle':
      player.setShuffle(!shuffle);
      return true;
    case 'repeat':
      player.setRepeat(repeatAfter(repeat));
      return true;
    default:
      return false;
  }
}

/** Returns what comes when repeat is pressed: off, all, one, off. */
export function repeatAfter(repeat: Repeat): Repeat {
  return ({ off: 'all', all: 'one', one: 'off' } as const)[repeat];
}

const rounded = (volume: number) => Math.round(volume * 100) / 100;

function isTypedInto(target: Element): boolean {
  return (
    target.matches('textarea, select, [contenteditable]') ||
    (target.matches('input') &&
      !['range', 'checkbox', 'radio', 'button', 'file'].includes(target.type))
  );
}
