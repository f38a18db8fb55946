import { rootMeanSquare } from './master';
import { lowPass, noise, SAMPLE_RATE, type Recording, type Signal } from './signal';

/**
 * The root mean square of a room's answer to a click, whatever its length: as in the Web Audio API's
 * ConvolverNode, which makes rooms of all kinds about as loud as what sounds in them.
 */
const STRENGTH = 0.00125;

/**
 * Makes the answer of a room to a click, left and right: noise that dies away, its highs first, after
 * a short silence (Moorer 1979, "About this reverberation business", Computer Music Journal 3(2)).
 *
 * @param seconds how long until it has fallen by 60 dB
 */
export function roomResponse(seconds: number): Recording {
  const left = side('room left', seconds);
  const right = side('room right', seconds);
  const strength = STRENGTH / rootMeanSquare({ left, right });
  for (const answer of [left, right]) {
    for (let index = 0; index < answer.length; index += 1) {
      answer[index] = strength * (answer[index] ?? 0);
    }
  }
  return { left, right };
}

function side(name: string, seconds: number): Signal {
  const early = Math.round(0.018 * SAMPLE_RATE);
  const bright = lowPass(noise(seconds, name), 6500);
  const dull = lowPass(bright, 1800);
  const fall = 10 ** (-3 / bright.length);
  let strength = 1;
  for (let index = 0; index < bright.length; index += 1) {
    const share = index / bright.length;
    const high = (1 - share) ** 2;
    const onset = Math.min(1, Math.max(0, (index - early) / early));
    const colour = high * (bright[index] ?? 0) + (1 - high) * 1.6 * (dull[index] ?? 0);
    bright[index] = colour * onset * strength;
    strength *= fall;
  }
  return bright;
}
