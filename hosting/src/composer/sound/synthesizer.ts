import type { Score } from '../notes/score';
import { expectedLoudness } from './level';
import { Sounds } from './sounds';
import { playStems, type Stems } from './stems';
import { LONGEST_RELEASE } from './timbres';

/** The notes that begin within a stretch, until the last has rung out. */
export interface PlayedStretch {
  readonly stems: Stems;
  /** How long the stems are. */
  readonly seconds: number;
}

/** Plays the notes of a piece, stretch by stretch. */
export class Synthesizer {
  private readonly sounds: Sounds;

  constructor(private readonly score: Score) {
    this.sounds = new Sounds(score);
  }

  /** Returns how loud the mix is going to be, see `expectedLoudness`. */
  level(): number {
    return expectedLoudness(this.score, this.sounds);
  }

  /**
   * @param start in seconds
   * @param length in seconds
   */
  play(start: number, length: number): PlayedStretch {
    const { character, notes } = this.score;
    const beat = 60 / character.tempo;
    const timed = notes
      .map((note) => ({ note, time: note.beat * beat - start, seconds: note.beats * beat }))
      .filter(({ time }) => time >= 0 && time < length);
    const end = timed.reduce((latest, { time, seconds }) => Math.max(latest, time + seconds), 1);
    const seconds = end + LONGEST_RELEASE;
    const isDoubled = character.ensemble.chords === 'guitar';
    return { stems: playStems(timed, this.sounds, isDoubled, seconds), seconds };
  }
}
