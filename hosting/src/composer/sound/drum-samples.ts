import type { Drum } from '../notes/score';
import {
  addPartial,
  decay,
  finish,
  highPass,
  lowPass,
  noise,
  SAMPLE_RATE,
  silence,
  type Signal,
} from './signal';

/** Makes the sound of each drum. */
export const DRUM_SAMPLES: Readonly<Record<Drum, () => Signal>> = {
  kick,
  snare,
  rim,
  shaker,
  hat: () => cymbal('hat', 0.09, 60, 7000),
  openHat: () => cymbal('openHat', 0.38, 11, 6500),
  crash: () => cymbal('crash', 2.2, 2.4, 4200),
};

/** A sine that falls from 150 to 48 Hz, as the skin that was struck slackens. */
function kick(): Signal {
  const drum = silence(0.45);
  let turn = 0;
  for (let index = 0; index < drum.length; index += 1) {
    turn += (48 + 102 * Math.exp((-38 * index) / SAMPLE_RATE)) / SAMPLE_RATE;
    drum[index] = Math.sin(2 * Math.PI * turn);
  }
  return finish(decay(drum, 9));
}

/** The wires are noise, the two skins a sine each. */
function snare(): Signal {
  const drum = decay(highPass(lowPass(noise(0.3, 'snare'), 7000), 900), 18);
  addPartial(drum, { hertz: 186, amplitude: 0.35, decay: 0.18 });
  addPartial(drum, { hertz: 331, amplitude: 0.2, decay: 0.12 });
  return finish(drum);
}

function rim(): Signal {
  const stick = silence(0.09);
  addPartial(stick, { hertz: 1720, amplitude: 0.7, decay: 0.05 });
  addPartial(stick, { hertz: 860, amplitude: 0.5, decay: 0.06 });
  return finish(stick, 0.7);
}

/** Beads take a moment to get to the other side. */
function shaker(): Signal {
  const beads = decay(highPass(lowPass(noise(0.12, 'shaker'), 9000), 4500), 38);
  return finish(beads, 0.7, 0.022);
}

function cymbal(name: string, seconds: number, rate: number, above: number): Signal {
  return finish(decay(highPass(highPass(noise(seconds, name), above), above), rate), 0.8);
}
