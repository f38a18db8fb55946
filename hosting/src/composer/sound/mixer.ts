import type { Character } from '../notes/character';
import type { Convolution } from './convolution';
import { echoes } from './effects';
import { ROOM_SHARES, sidesOf } from './mix-settings';
import { silence, silentRecording, type Recording, type Signal } from './signal';
import type { Stems } from './stems';

/** How loud the melody comes back, how much of that comes back once more, and from where. */
const REPEATS = { gain: 0.16, share: 0.25, place: -0.7 };

/**
 * Mixes stems in a room.
 *
 * @param seconds how long the result is to be, with all that rings out
 */
export function mix(
  stems: Stems,
  { tempo }: Character,
  room: Convolution,
  seconds: number,
): Recording {
  const dry = silentRecording(seconds);
  const sent = silence(seconds);
  for (const [name, stem] of stems) {
    // The room hears both sides from its middle, and answers each in its own way.
    addStem(dry, sent, stem, ROOM_SHARES[name] / Math.SQRT2);
    if (name === 'melody') {
      addRepeats(dry, stem, tempo);
    }
  }
  addStem(dry, sent, room.of(sent), 0);
  return dry;
}

function addStem(dry: Recording, sent: Signal, { left, right }: Recording, share: number): void {
  const length = Math.min(dry.left.length, left.length);
  for (let index = 0; index < length; index += 1) {
    const [toLeft = 0, toRight = 0] = [left[index], right[index]];
    dry.left[index] = (dry.left[index] ?? 0) + toLeft;
    dry.right[index] = (dry.right[index] ?? 0) + toRight;
    sent[index] = (sent[index] ?? 0) + share * (toLeft + toRight);
  }
}

/** Three eighths later, all that was played comes back from the other side. */
function addRepeats(dry: Recording, { left, right }: Recording, tempo: number): void {
  const both: Signal = new Float32Array(dry.left.length);
  const length = Math.min(both.length, left.length);
  for (let index = 0; index < length; index += 1) {
    both[index] = ((left[index] ?? 0) + (right[index] ?? 0)) / Math.SQRT2;
  }
  const repeats = echoes(both, 90 / tempo, REPEATS.share);
  const [toLeft, toRight] = sidesOf(REPEATS.place);
  for (let index = 0; index < repeats.length; index += 1) {
    const sample = REPEATS.gain * (repeats[index] ?? 0);
    dry.left[index] = (dry.left[index] ?? 0) + toLeft * sample;
    dry.right[index] = (dry.right[index] ?? 0) + toRight * sample;
  }
}
