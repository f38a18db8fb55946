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
  clap,
  shaker,
  tambourine,
  highTom: () => tom(0.5, 165, 10),
  lowTom: () => tom(0.6, 98, 8),
  boom: () => tom(1.6, 52, 3),
  ride,
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

/** A skin whose tone falls a little when it is struck. */
function tom(seconds: number, hertz: number, rate: number): Signal {
  const drum = silence(seconds);
  let turn = 0;
  for (let index = 0; index < drum.length; index += 1) {
    turn += (hertz * (1 + 0.5 * Math.exp((-30 * index) / SAMPLE_RATE))) / SAMPLE_RATE;
    drum[index] = Math.sin(2 * Math.PI * turn);
  }
  const stick = lowPass(noise(0.03, 'stick'), 3000);
  stick.forEach((sample, index) => {
    drum[index] = (drum[index] ?? 0) + 0.3 * sample * (1 - index / stick.length);
  });
  return finish(decay(drum, rate));
}

/** Many hands, not quite together. */
function clap(): Signal {
  const hands = highPass(lowPass(noise(0.25, 'clap'), 4500), 900);
  for (let index = 0; index < hands.length; index += 1) {
    const time = index / SAMPLE_RATE;
    const bursts = [0, 0.011, 0.022].reduce(
      (sum, begin) => sum + (time >= begin ? Math.exp(-(time - begin) * 220) : 0),
      0,
    );
    hands[index] = (hands[index] ?? 0) * (bursts + 0.5 * Math.exp(-time * 26));
  }
  return finish(hands);
}

/** Jingles: a few high tones in a hiss. */
function tambourine(): Signal {
  const jingles = decay(highPass(noise(0.22, 'tambourine'), 6000), 22);
  for (const hertz of [5230, 6810, 8420, 9370]) {
    addPartial(jingles, { hertz, amplitude: 0.12, decay: 0.2 });
  }
  return finish(jingles, 0.7, 0.004);
}

/** A cymbal of which the tip of a stick is heard, and little wash. */
function ride(): Signal {
  const wash = decay(highPass(noise(1, 'ride'), 6000), 4.5);
  for (const hertz of [3130, 4270, 5480, 6950]) {
    addPartial(wash, { hertz, amplitude: 0.25, decay: 0.7 });
  }
  return finish(wash, 0.7);
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
