import { addPartial, finish, lowPass, noise, SAMPLE_RATE, silence, type Signal } from './signal';

/**
 * A piano with felt before its strings: partials a little too wide, as stiff strings have them, the
 * higher the sooner gone (Fletcher and Rossing 1998, "The Physics of Musical Instruments", chapter 12).
 */
export function piano(hertz: number): Signal {
  const tone = silence(3.6);
  const stiffness = 0.0004 * (hertz / 262);
  const long = 5 * (262 / hertz) ** 0.5;
  for (let partial = 1; partial <= 10; partial += 1) {
    const place = partial * hertz * Math.sqrt(1 + stiffness * partial ** 2);
    const amplitude = partial ** -1.7 * Math.exp(-(partial * hertz) / 3200);
    const decay = long / (0.6 + 0.4 * partial);
    // Two strings to a tone, a cent apart.
    addPartial(tone, { hertz: place * 0.9997, amplitude, decay });
    addPartial(tone, { hertz: place * 1.0003, amplitude: 0.8 * amplitude, decay: 0.8 * decay });
  }
  const felt = lowPass(noise(0.05, 'felt'), 500);
  for (let index = 0; index < felt.length; index += 1) {
    tone[index] = (tone[index] ?? 0) + 0.12 * (felt[index] ?? 0) * Math.exp(-index / 500);
  }
  return finish(tone, 0.9, 0.006);
}

/**
 * A plucked string (Karplus and Strong 1983, "Digital synthesis of plucked-string and drum timbres",
 * Computer Music Journal 7(2)), tuned by an all-pass filter (Jaffe and Smith 1983, same issue).
 */
export function string(hertz: number): Signal {
  return plucked(hertz, { seconds: 3, brightness: 2600, ringing: 1 });
}

/** A harp: soft fingers, and strings that ring on. */
export function harp(hertz: number): Signal {
  return plucked(hertz, { seconds: 4, brightness: 1200, ringing: 1.8 });
}

/** A bowed instrument that is plucked: over at once. */
export function pizzicato(hertz: number): Signal {
  return plucked(hertz, { seconds: 1.2, brightness: 1500, ringing: 0.28 });
}

interface Pluck {
  readonly seconds: number;
  /** Where the pluck's own highs end, for the lowest strings, in Hz. */
  readonly brightness: number;
  /** How long it rings, as a factor. */
  readonly ringing: number;
}

function plucked(hertz: number, { seconds, brightness, ringing }: Pluck): Signal {
  // The averaging below takes half a sample of the period, the all-pass filter the rest.
  const period = SAMPLE_RATE / hertz - 0.5;
  const whole = Math.floor(period - 0.1);
  const rest = period - whole;
  const allPass = (1 - rest) / (1 + rest);
  const pluck = lowPass(noise((whole + 1) / SAMPLE_RATE, 'string'), brightness + hertz * 2);
  const line = pluck.slice(0, whole);
  const fall = 10 ** (-3 / (ringing * (1.4 + 600 / (hertz + 120)) * hertz));
  let previous = 0;
  let input = 0;
  let output = 0;
  const tone = silence(seconds);
  for (let index = 0; index < tone.length; index += 1) {
    const place = index % whole;
    const sample = line[place] ?? 0;
    const averaged = fall * 0.5 * (sample + previous);
    previous = sample;
    output = allPass * (averaged - output) + input;
    input = averaged;
    line[place] = output;
    tone[index] = sample;
  }
  return finish(lowPass(tone, 5000));
}

/** A wooden bar whose overtones are tuned to 4 and 10 (Fletcher and Rossing 1998, chapter 19). */
export function mallet(hertz: number): Signal {
  const tone = silence(1.8);
  const long = 1.9 * (262 / hertz) ** 0.4;
  addPartial(tone, { hertz, amplitude: 1, decay: long });
  addPartial(tone, { hertz: hertz * 2.002, amplitude: 0.08, decay: long * 0.6 });
  addPartial(tone, { hertz: hertz * 3.98, amplitude: 0.28, decay: long * 0.35 });
  addPartial(tone, { hertz: hertz * 9.9, amplitude: 0.1, decay: long * 0.12 });
  return finish(tone, 0.9, 0.002);
}

/**
 * A celesta or a small bell: overtones that are no whole multiples (Fletcher and Rossing 1998, chapter 21),
 * the higher the sooner gone.
 */
export function bell(hertz: number): Signal {
  const tone = silence(3);
  const long = 2.6 * (523 / hertz) ** 0.4;
  addPartial(tone, { hertz, amplitude: 1, decay: long });
  addPartial(tone, { hertz: hertz * 1.003, amplitude: 0.3, decay: long });
  addPartial(tone, { hertz: hertz * 2.76, amplitude: 0.3, decay: long * 0.5 });
  addPartial(tone, { hertz: hertz * 5.4, amplitude: 0.18, decay: long * 0.25 });
  addPartial(tone, { hertz: hertz * 8.9, amplitude: 0.08, decay: long * 0.1 });
  return finish(tone, 0.9, 0.002);
}

/**
 * An electric piano: a sine that another one bends, strongly at first (Chowning 1973, "The synthesis of
 * complex audio spectra by means of frequency modulation", Journal of the AES 21(7)).
 */
export function electric(hertz: number): Signal {
  const angle = 2 * Math.PI * hertz;
  const tone = silence(3);
  for (let index = 0; index < tone.length; index += 1) {
    const time = index / SAMPLE_RATE;
    const bend = (0.25 + 1.5 * Math.exp(-time * 3.5)) * Math.sin(angle * time);
    const tine = 0.22 * Math.exp(-time * 14) * Math.sin(14 * angle * time);
    tone[index] = Math.exp(-time * 1.5) * Math.sin(angle * time + bend + tine);
  }
  return finish(tone, 0.9, 0.003);
}
