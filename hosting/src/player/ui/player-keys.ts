import { asPercent, text } from '../../messages/messages';
import { announce } from '../../shared/announcer';
import type { PlayerController } from '../engine/player-controller';
import { readPlayerSettings } from '../engine/player-settings';
import type { PlayerState } from '../engine/player-state';
import { commandOf, perform, type Command } from './shortcuts';

/** What keys ask of the bar itself. */
interface KeyTargets {
  readonly toggleHelp: () => void;
  readonly toggleQueue: () => void;
}

/**
 * Obeys the keys of the player, wherever on the page they are pressed, unless the person has switched
 * them off; the list of them opens in any case.
 *
 * @returns what ends it
 */
export function obeyKeys(music: PlayerController, { toggleHelp, toggleQueue }: KeyTargets) {
  const obey = (command: Command) => {
    if (command === 'like' || command === 'dislike') {
      void music.say(command);
    } else if (command === 'queue') {
      toggleQueue();
    } else if (perform(music.player, command)) {
      announceSetting(command, music.player.state);
    }
  };
  const press = (event: KeyboardEvent) => {
    const command = commandOf(event);
    if (!command || (command !== 'help' && !readPlayerSettings().shortcuts)) {
      return;
    }
    if (command === 'help') {
      event.preventDefault();
      toggleHelp();
    } else if (music.player.state.track) {
      event.preventDefault();
      obey(command);
    }
  };
  document.addEventListener('keydown', press);
  return () => {
    document.removeEventListener('keydown', press);
  };
}

/** Says what a key has set, which is not where the keyboard is. */
function announceSetting(command: Command, { shuffle, repeat, volume, muted }: PlayerState): void {
  switch (command) {
    case 'shuffle':
      announce(text(shuffle ? 'player.shuffle.on' : 'player.shuffle.off'));
      break;
    case 'repeat':
      announce(text(`player.repeat.${repeat}`));
      break;
    case 'mute':
      announce(text(muted ? 'player.muted' : 'player.unmuted'));
      break;
    case 'louder':
    case 'softer':
      announce(text('player.volume.now', { percent: asPercent(volume) }));
      break;
    default:
      break;
  }
}
