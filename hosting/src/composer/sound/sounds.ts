import { isDrum, type Note, type Score } from '../notes/score';
import { DRUM_SAMPLES } from './drum-samples';
import type { Signal } from './signal';
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
}

/** A tone is worked out for every so many semitones; those between are played faster or slower. */
const SPACING = 4;

/** The sounds of one piece, each worked out when it is first asked for. */
export class Sounds {
  private readonly made = new Map<string, Signal>();

  constructor(private readonly score: Score) {}

  /** Returns what a note sounds like. */
  of({ voice, pitch }: Note): Sound {
    if (isDrum(voice)) {
      const samples = this.once(voice, DRUM_SAMPLES[voice]);
      return { samples, rate: 1, held: false, attack: 0 };
    }
    const { melody, chords, pad, bass } = this.score.character.ensemble;
    const timbre = { melody, echo: chords, chords, pad, bass }[voice];
    const { make, held, attack, release } = TIMBRES[timbre];
    const key = SPACING * Math.round(pitch / SPACING);
    const samples = this.once(`${timbre} ${key}`, () => make(440 * 2 ** ((key - 69) / 12)));
    return { samples, rate: 2 ** ((pitch - key) / 12), held, attack, release };
  }

  private once(name: string, make: () => Signal): Signal {
    const samples = this.made.get(name) ?? make();
    this.made.set(name, samples);
    return samples;
  }
}
