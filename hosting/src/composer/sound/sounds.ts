import { isDrum, type Note, type Score } from '../notes/score';
import { DRUM_SAMPLES } from './drum-samples';
import { steepLowPass } from './effects';
import { kWeighted } from './k-weighting';
import { SAMPLE_RATE, type Signal } from './signal';
import { TIMBRES } from './timbres';

/** What a note sounds like before anything is done to it. */
export interface Sound {
  readonly samples: Signal;
  /** How fast to play it: 1 as it is, 2 an octave higher. */
  readonly rate: number;
  /** Whether it goes round. */
  readonly held: boolean;
  /** In seconds. */
  readonly attack: number;
  /** In seconds; absent if it always rings out, as drums do. */
  readonly release?: number;
  /** How far left and right are apart in pitch, in cents. */
  readonly spread: number;
  /** How loud it is to be played, as a factor. */
  readonly gain: number;
  /** How much of its energy is heard, as a factor: see `kWeighted`. */
  readonly audibility: number;
}

/** A tone is worked out for every so many semitones; those between are played faster or slower. */
const SPACING = 6;

/** How many dB of the frequency itself pass where tones are made less bright. */
const RESONANCE = 0.5;

/** In how many samples the filter settles. */
const SETTLING = 4096;

/** How loud all pitched sounds are when they begin: the root mean square of what is heard. */
const STRENGTH = 0.22;

/** What counts as its beginning, in seconds. */
const BEGINNING = 0.4;

type Made = Pick<Sound, 'samples' | 'gain' | 'audibility'>;

/** The sounds of one piece, each worked out when it is first asked for. */
export class Sounds {
  private readonly made = new Map<string, Made>();

  constructor(private readonly score: Score) {}

  /** Returns what a note sounds like. */
  of({ voice, pitch }: Note): Sound {
    if (isDrum(voice)) {
      const made = this.once(voice, () => measured(DRUM_SAMPLES[voice](), false));
      return { ...made, rate: 1, held: false, attack: 0, spread: 0 };
    }
    const { ensemble, brightness } = this.score.character;
    const { melody, second, chords, pad, bass } = ensemble;
    const timbre = { melody, echo: second, chords, double: chords, pad, bass }[voice];
    const { make, held, attack, release, spread } = TIMBRES[timbre];
    const key = SPACING * Math.round(pitch / SPACING);
    const made = this.once(`${timbre} ${key}`, () => {
      const tone = make(440 * 2 ** ((key - 69) / 12));
      return measured(voice === 'bass' ? tone : coloured(tone, held, brightness), true);
    });
    return { ...made, rate: 2 ** ((pitch - key) / 12), held, attack, release, spread };
  }

  private once(name: string, make: () => Made): Made {
    const made = this.made.get(name) ?? make();
    this.made.set(name, made);
    return made;
  }
}

/** Measures how a sound begins; where it has a pitch, it is made as loud as all others. */
function measured(samples: Signal, isPitched: boolean): Made {
  const beginning = samples.subarray(0, BEGINNING * SAMPLE_RATE);
  const heard = energyOf(kWeighted(beginning)) + 1e-9;
  return {
    samples,
    gain: isPitched ? STRENGTH / Math.sqrt(heard / beginning.length) : 1,
    audibility: heard / (energyOf(beginning) + 1e-9),
  };
}

function energyOf(signal: Signal): number {
  let energy = 0;
  for (const sample of signal) {
    energy += sample ** 2;
  }
  return energy;
}

/** Tones are as bright as the piece is to be; drums and bass are what they are. */
function coloured(tone: Signal, held: boolean, brightness: number): Signal {
  const cutoff = 1.6 * brightness;
  if (!held) {
    return steepLowPass(tone, cutoff, RESONANCE);
  }
  // What goes round is filtered from before its beginning on, so that its end leads there.
  const settled: Signal = new Float32Array(SETTLING + tone.length);
  settled.set(tone.subarray(tone.length - SETTLING));
  settled.set(tone, SETTLING);
  return steepLowPass(settled, cutoff, RESONANCE).subarray(SETTLING);
}
