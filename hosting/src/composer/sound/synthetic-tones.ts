import { Random } from '../notes/random';
import { addCycle, cycleOf, overdriven, type Playing, type Wave } from './cycles';
import {
  finish,
  highPass,
  lowPass,
  noise,
  SAMPLE_RATE,
  scale,
  silence,
  type Signal,
} from './signal';

/** After how many seconds a held tone begins anew. */
const LOOP = 3;

/** How often a second a held tone that sings goes up and down: a whole number of times in its loop. */
const VIBRATO_RATE = 16 / LOOP;

/** A lead: two saw waves, a little apart, that open with a bite. */
export function saw(hertz: number): Signal {
  return bitten(hertz, { detune: [-6, 6], sustained: 0.45, bite: 0.5, rolloff: 1, seconds: 3 });
}

/** Short and bright, as from a sequencer. */
export function synth(hertz: number): Signal {
  return bitten(hertz, { detune: [-8, 8], sustained: 0.1, bite: 0.3, rolloff: 0.9, seconds: 1.2 });
}

/** A soft bass: little but its fundamental. */
export function roundBass(hertz: number): Signal {
  return bitten(hertz, { detune: [0], sustained: 0.6, bite: 0.5, rolloff: 2, seconds: 5 });
}

/** A bass that drives: a saw wave whose overtones close at once. */
export function drivingBass(hertz: number): Signal {
  return bitten(hertz, { detune: [-4, 4], sustained: 0.25, bite: 0.35, rolloff: 1.1, seconds: 3 });
}

/** A double bass that is plucked: gone soon, its overtones sooner. */
export function uprightBass(hertz: number): Signal {
  return bitten(hertz, { detune: [0], sustained: 0.15, bite: 0.25, rolloff: 1.4, seconds: 1.6 });
}

/** A bass that growls: driven too hard. */
export function growlBass(hertz: number): Signal {
  const cycle = overdriven(cycleOf(hertz, SAW), hertz, 3, 2200);
  const tone = silence(3);
  addCycle(tone, cycle, { hertz, amplitude: 0.6, decay: 7 });
  addCycle(tone, cycle, { hertz, amplitude: 0.4, decay: 0.5 });
  return finish(tone, 0.9, 0.004);
}

/** A bass that lies below all and does not move. Held. */
export function droneBass(hertz: number): Signal {
  return held('drone', hertz, {
    detune: [-3, 3],
    wave: { strength: (partial) => partial ** -1.8 },
  });
}

/** A reed: odd partials above all, two pipes. Held. */
export function reed(hertz: number): Signal {
  const strength = (partial: number) => (partial % 2 === 1 ? 1 : 0.25) * partial ** -1.4;
  return held('reed', hertz, { detune: [-4, 4], wave: { strength } });
}

/** A flute: hardly an overtone but its first, and some breath. Held. */
export function flute(hertz: number): Signal {
  const strengths = [1, 0.4, 0.16, 0.05, 0.02];
  const tone = held('flute', hertz, {
    detune: [0],
    wave: { strength: (partial) => strengths[partial - 1] ?? 0 },
    vibrato: { cents: 9, rate: VIBRATO_RATE },
  });
  const breath = looped(noise(2 * LOOP, 'breath'), (source) =>
    highPass(lowPass(source, 1.6 * hertz), 0.7 * hertz),
  );
  for (let index = 0; index < tone.length; index += 1) {
    tone[index] = (tone[index] ?? 0) + 0.08 * (breath[index] ?? 0);
  }
  return scale(tone, 0.7);
}

/** Brass: strong up to some 1500 Hz whatever is played, as the bell of a horn has it. Held. */
export function brass(hertz: number): Signal {
  const strength = (partial: number) => partial ** -0.55 / (1 + ((partial * hertz) / 1500) ** 2);
  return held('brass', hertz, {
    detune: [-5, 0, 6],
    wave: { strength },
    vibrato: { cents: 4, rate: VIBRATO_RATE },
  });
}

/** A bowed string that sings: a saw wave in a body of wood. Held. */
export function bowed(hertz: number): Signal {
  const strength = (partial: number) => {
    const place = partial * hertz;
    const body =
      1 + 0.8 * Math.exp(-(((place - 460) / 160) ** 2)) + Math.exp(-(((place - 2300) / 700) ** 2));
    return partial ** -1.1 * body;
  };
  return held('bowed', hertz, {
    detune: [0],
    wave: { strength },
    vibrato: { cents: 14, rate: VIBRATO_RATE },
  });
}

/** A guitar's single string through an amplifier that is driven too hard. Held. */
export function lead(hertz: number): Signal {
  const cycle = overdriven(cycleOf(hertz, SAW), hertz, 5, 3800);
  return loopOf([-4, 4], hertz, (playing) => [cycle, playing], {
    vibrato: { cents: 12, rate: VIBRATO_RATE },
  });
}

/**
 * A chord of root, fifth and octave on an electric guitar. They are bent together, which makes the growl: the
 * tone of their difference sounds too.
 */
export function guitar(hertz: number): Signal {
  // Root and fifth as 2 to 3: together they repeat once in two periods of the root.
  const octaveBelow = hertz / 2;
  const pluck = (partial: number) => partial ** -1.2;
  const strings: Wave = {
    strength: (partial) =>
      (partial % 2 === 0 ? pluck(partial / 2) : 0) +
      (partial % 3 === 0 ? 0.9 * pluck(partial / 3) : 0) +
      (partial % 4 === 0 ? 0.5 * pluck(partial / 4) : 0),
    turn: (partial) => (0.37 * partial * partial) % 1,
  };
  const cycle = overdriven(cycleOf(octaveBelow, strings, 1, 48), octaveBelow, 4, 3600);
  const tone = silence(3);
  addCycle(tone, cycle, { hertz: octaveBelow, amplitude: 0.7, decay: 9 });
  addCycle(tone, cycle, { hertz: octaveBelow, amplitude: 0.3, decay: 0.4 });
  const pick = highPass(lowPass(noise(0.02, 'pick'), 4000), 1200);
  pick.forEach((sample, index) => {
    tone[index] = (tone[index] ?? 0) + 0.4 * sample;
  });
  return finish(tone, 0.9, 0.002);
}

/** A pad of strings: three saw waves side by side. Held. */
export function strings(hertz: number): Signal {
  return held('strings', hertz, {
    detune: [-11, 0, 11],
    wave: { strength: (partial) => partial ** -1.15 },
  });
}

/** Strings whose bows tremble, and do not agree. Held. */
export function tremolo(hertz: number): Signal {
  const tone = held('tremolo', hertz, {
    detune: [-17, 3, 21],
    wave: { strength: (partial) => partial ** -0.95 },
  });
  for (let index = 0; index < tone.length; index += 1) {
    // 33 times in its 3 seconds.
    const turn = (index / tone.length) * 33;
    tone[index] = (tone[index] ?? 0) * (0.62 + 0.38 * Math.cos(2 * Math.PI * turn));
  }
  return scale(tone, 0.7);
}

/** Voices that sing an open vowel: strong near 650 and 1080 Hz (Peterson and Barney 1952). Held. */
export function choir(hertz: number): Signal {
  const strength = (partial: number) => {
    const place = partial * hertz;
    const vowel =
      Math.exp(-(((place - 650) / 220) ** 2)) + 0.6 * Math.exp(-(((place - 1080) / 260) ** 2));
    return (0.15 + vowel) * partial ** -0.9;
  };
  return held('choir', hertz, {
    detune: [-9, 0, 8],
    wave: { strength },
    vibrato: { cents: 10, rate: VIBRATO_RATE },
  });
}

/** A warm pad: few overtones. Held. */
export function warm(hertz: number): Signal {
  return held('warm', hertz, {
    detune: [-8, 0, 8],
    wave: { strength: (partial) => partial ** -2 },
  });
}

/** A pad like bowed glass: the octave and the twelfth stand out. Held. */
export function glass(hertz: number): Signal {
  const strengths = [1, 0.45, 0.25, 0.05, 0.08];
  return held('glass', hertz, {
    detune: [-3, 4],
    wave: { strength: (partial) => strengths[partial - 1] ?? 0 },
  });
}

const SAW: Wave = { strength: (partial) => 1 / partial };

interface Bite {
  /** How far each of its waves is off, in cents. */
  readonly detune: readonly number[];
  /** The share of each overtone that stays after the attack. */
  readonly sustained: number;
  /** The seconds in which the rest of the first overtone is gone; higher ones go sooner. */
  readonly bite: number;
  /** How soon overtones get weaker: 1 as in a saw wave, 2 as in a triangle. */
  readonly rolloff: number;
  readonly seconds: number;
}

/** Overtones that close together, by their numbers: octaves. */
const OCTAVES = [
  [1, 1],
  [2, 3],
  [4, 7],
  [8, 40],
] as const;

/** A tone whose overtones are bright at first, as if a filter closed. */
function bitten(hertz: number, { detune, sustained, bite, rolloff, seconds }: Bite): Signal {
  const tone = silence(seconds);
  for (const [from, to] of OCTAVES) {
    const cycle = cycleOf(hertz, { strength: (partial) => partial ** -rolloff }, from, to);
    const middle = (from + Math.min(to, 16)) / 2;
    const stays = from === 1 ? 1 : sustained / middle ** 0.4;
    for (const cents of detune) {
      const place = hertz * 2 ** (cents / 1200);
      addCycle(tone, cycle, { hertz: place, amplitude: stays, decay: 3 * seconds });
      if (stays < 1) {
        const decay = bite / middle ** 0.3;
        addCycle(tone.subarray(0, Math.round(decay * SAMPLE_RATE)), cycle, {
          hertz: place,
          amplitude: 1 - stays,
          decay,
        });
      }
    }
  }
  return finish(tone, 0.9, 0.006);
}

interface Held {
  /** How far each of its waves is off, in cents. */
  readonly detune: readonly number[];
  readonly wave: Wave;
  readonly vibrato?: NonNullable<Playing['vibrato']>;
}

/** A tone that can be held for ever. */
function held(name: string, hertz: number, { detune, wave, vibrato }: Held): Signal {
  // Phases are left to chance, so that waves do not begin with one peak.
  const random = new Random(name, Math.round(hertz));
  return loopOf(
    detune,
    hertz,
    (playing) => {
      const cycle = cycleOf(hertz, { ...wave, turn: () => random.next() });
      return [cycle, playing];
    },
    vibrato ? { vibrato } : {},
  );
}

/** Waves side by side, each of which fits into the loop a whole number of times. */
function loopOf(
  detune: readonly number[],
  hertz: number,
  make: (playing: Playing) => [cycle: Signal, playing: Playing],
  { vibrato }: Pick<Playing, 'vibrato'>,
): Signal {
  const tone = silence(LOOP);
  detune.forEach((cents, index) => {
    const place = Math.round(hertz * 2 ** (cents / 1200) * LOOP) / LOOP;
    const turn = index / detune.length;
    addCycle(tone, ...make({ hertz: place, amplitude: 1, turn, ...(vibrato && { vibrato }) }));
  });
  return scale(tone, 0.7);
}

/**
 * Filters what goes round: what is twice as long is filtered whole, and faded over into itself.
 *
 * @param filter must keep the length
 */
function looped(source: Signal, filter: (source: Signal) => Signal): Signal {
  const filtered = filter(source);
  const length = filtered.length / 2;
  const result: Signal = filtered.slice(length);
  for (let index = 0; index < length; index += 1) {
    const share = index / length;
    const [later, earlier] = [filtered[length + index] ?? 0, filtered[index] ?? 0];
    result[index] = later * Math.sqrt(1 - share) + earlier * Math.sqrt(share);
  }
  return result;
}
