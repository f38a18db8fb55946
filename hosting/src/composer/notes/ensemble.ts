import type { Random } from './random';

/** What plays the melody and the broken chords. */
export type Tone = 'piano' | 'string' | 'mallet' | 'electric' | 'reed' | 'saw';

/** What holds the chords. */
export type Pad = 'warm' | 'glass' | 'strings';

/** What plays the lowest notes. */
export type Bass = 'round' | 'driving';

/** Who plays in a piece. */
export interface Ensemble {
  readonly melody: Tone;
  readonly chords: Tone;
  readonly pad: Pad;
  readonly bass: Bass;
}

interface Choices {
  readonly melody: readonly Tone[];
  readonly chords: readonly Tone[];
  readonly pad: readonly Pad[];
  readonly bass: readonly Bass[];
}

/**
 * Timbre alone moves how emotion is heard (Hailstone et al. 2009, "It's not what you play, it's how you
 * play it: timbre affects perception of emotion in music", Quarterly Journal of Experimental Psychology
 * 62(11), 2141-2155); sharp attacks and bright sounds for lively music, soft attacks and few overtones
 * for quiet music (Juslin and Laukka 2003). Which instruments do that is our choice.
 */
const CHOICES: Readonly<
  Record<'brightLively' | 'brightQuiet' | 'darkLively' | 'darkQuiet', Choices>
> = {
  brightLively: {
    melody: ['string', 'mallet', 'saw'],
    chords: ['electric', 'string', 'piano'],
    pad: ['warm', 'glass'],
    bass: ['round', 'driving'],
  },
  brightQuiet: {
    melody: ['piano', 'mallet', 'reed', 'string'],
    chords: ['string', 'electric', 'piano'],
    pad: ['warm', 'glass'],
    bass: ['round'],
  },
  darkLively: {
    melody: ['saw', 'electric', 'string'],
    chords: ['saw', 'electric', 'piano'],
    pad: ['strings', 'warm'],
    bass: ['driving'],
  },
  darkQuiet: {
    melody: ['piano', 'reed', 'piano'],
    chords: ['piano', 'string', 'electric'],
    pad: ['strings', 'glass'],
    bass: ['round'],
  },
};

/** Chooses who plays a piece; melody and chords are of different kinds, so that both are heard. */
export function ensembleFor(valence: number, arousal: number, random: Random): Ensemble {
  const choices =
    CHOICES[`${valence >= 0 ? 'bright' : 'dark'}${arousal >= 0 ? 'Lively' : 'Quiet'}`];
  const melody = random.pick(choices.melody);
  return {
    melody,
    chords: random.pick(choices.chords.filter((tone) => tone !== melody)),
    pad: random.pick(choices.pad),
    bass: random.pick(choices.bass),
  };
}
