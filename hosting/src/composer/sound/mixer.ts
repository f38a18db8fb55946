import type { Character } from '../notes/character';
import type { Convolution } from './convolution';
import { echoes, steepLowPass } from './effects';
import type { Recording } from './master';
import { MIX_SETTINGS } from './mix-settings';
import { silence, type Signal } from './signal';
import type { StemName, Stems } from './stems';

/** A room by its answers to what comes from the left and from the right. */
export interface Room {
  readonly left: Convolution;
  readonly right: Convolution;
}

/** How many dB of the frequency itself pass where tones are made less bright. */
const RESONANCE = 0.5;

/** How loud the melody comes back, and how much of that comes back once more. */
const REPEATS = { gain: 0.14, share: 0.25 };

/**
 * Mixes stems: each at its place between left and right, in a room.
 *
 * @param seconds how long the result is to be, with all that rings out
 */
export function mix(stems: Stems, character: Character, room: Room, seconds: number): Recording {
  const dry = { left: silence(seconds), right: silence(seconds) };
  const sent = { left: silence(seconds), right: silence(seconds) };
  for (const [name, stem] of stems) {
    const sound = coloured(stem, name, character, seconds);
    const { gain, pan, room: share } = MIX_SETTINGS[name];
    const [left, right] = sides(pan);
    add(dry, sound, gain * left, gain * right);
    add(sent, sound, share * gain * left, share * gain * right);
    if (name === 'melody') {
      // Three eighths later.
      const repeats = echoes(sound, 90 / character.tempo, REPEATS.share);
      add(dry, repeats, REPEATS.gain * gain * left, REPEATS.gain * gain * right);
    }
  }
  add(dry, room.left.of(sent.left), 1, 0);
  add(dry, room.right.of(sent.right), 0, 1);
  return dry;
}

/** Tones are as bright as the piece is to be; drums and bass are what they are. */
function coloured(
  stem: Signal,
  name: StemName,
  { brightness }: Character,
  seconds: number,
): Signal {
  const sound = silence(seconds);
  sound.set(stem.subarray(0, sound.length));
  return name === 'bass' || name === 'drums'
    ? sound
    : steepLowPass(sound, (name === 'pad' ? 0.8 : 1.6) * brightness, RESONANCE);
}

/** What each side gets of a place from -1, left, to 1, right: together the same power everywhere. */
function sides(pan: number): [left: number, right: number] {
  const angle = ((pan + 1) * Math.PI) / 4;
  return [Math.cos(angle), Math.sin(angle)];
}

function add({ left, right }: Recording, sound: Signal, toLeft: number, toRight: number): void {
  for (let index = 0; index < sound.length; index += 1) {
    const sample = sound[index] ?? 0;
    left[index] = (left[index] ?? 0) + toLeft * sample;
    right[index] = (right[index] ?? 0) + toRight * sample;
  }
}
