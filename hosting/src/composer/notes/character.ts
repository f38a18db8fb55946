import { ensembleOf, type Ensemble } from './ensemble';
import { Random } from './random';
import type { Recipe } from './recipe';
import type { Mode } from './scale';
import { styleAt, STYLES, type StyleName } from './styles';

/**
 * What a piece is like, worked out from what it is to sound like. Cues add up and act about linearly
 * (Eerola, Friberg and Bresin 2013, "Emotional expression in music: contribution, linearity, and
 * additivity of primary musical cues", Frontiers in Psychology 4:487), so each is a straight line; the
 * cues' directions are theirs and those of the reviews named below. How far each line goes is ours.
 */
export interface Character {
  /** Beats per minute; there are four beats to a bar. */
  readonly tempo: number;
  /** A multiple of four. */
  readonly bars: number;
  readonly mode: Mode;
  /** The pitch class of the tonic, 0 to 11. */
  readonly key: number;
  /** The MIDI number around which the melody moves. */
  readonly register: number;
  /** Notes of the melody to a beat. */
  readonly density: number;
  /** How willingly notes fall off the beat, in [0, 1]. */
  readonly syncopation: number;
  /** How much of its time a note sounds: below 0.6 detached, towards 1 bound. */
  readonly articulation: number;
  /** How loud the whole is: its integrated loudness, in LUFS. */
  readonly loudness: number;
  /** Where the sound of the pitched voices is cut off, in Hz. */
  readonly brightness: number;
  /** How often chords are more than triads, in [0, 1]. */
  readonly colour: number;
  /** How willingly the melody leaps, as a factor of what melodies do. */
  readonly leaps: number;
  /** Where the melody tends to: towards -1 down, towards 1 up. */
  readonly rise: number;
  /** How much drumming there is, in [0, 1]; 0 is none. */
  readonly percussion: number;
  /** How late the off-beat eighths come, as a share of an eighth. */
  readonly swing: number;
  /** How long the room answers, in seconds. */
  readonly reverberation: number;
  /** What the piece has in common with those near it in the plane. */
  readonly style: StyleName;
  readonly ensemble: Ensemble;
}

const BEATS_PER_BAR = 4;

/** Works out what a piece is like. Whatever is not given by the affect is left to the seed. */
export function characterOf(recipe: Recipe): Character {
  const { seed } = recipe;
  const valence = clamp(recipe.valence, -1, 1);
  const arousal = clamp(recipe.arousal, -1, 1);
  const random = new Random(seed, 'character');
  const tempo = tempoOf(arousal);
  const style = styleAt(valence, arousal, random);
  const { choices, swing = 0, density = 1 } = STYLES[style];
  return {
    tempo,
    bars: barsOf(seed, arousal, tempo),
    mode: modeOf(valence),
    key: Math.floor(random.next() * 12),
    // High is happy, light and dreamy, low is sad, heavy and dignified (Hevner 1937, "The affective
    // value of pitch and tempo in music", American Journal of Psychology 49, 621-630).
    register: 69 + 7 * valence + arousal,
    // Denser is livelier (Gabrielsson and Lindstroem 2010, "The role of structure in the musical
    // expression of emotions", in Juslin and Sloboda, Handbook of Music and Emotion; used as here by
    // Livingstone et al. 2010, "Changing musical emotion", Computer Music Journal 34(1), 41-64).
    density: density * (1 + 0.45 * arousal),
    // Regular and smooth is serene, irregular and rough is uneasy (Gabrielsson and Lindstroem 2010).
    syncopation: clamp(0.3 + 0.25 * arousal - 0.12 * valence, 0, 1),
    // Detached is lively, bound is soft or sad (Juslin and Laukka 2003, "Communication of emotions in
    // vocal expression and music performance", Psychological Bulletin 129(5), 770-814).
    articulation: 0.78 - 0.22 * arousal,
    // Loud is lively (Schubert 2004, "Modeling perceived emotion with continuous musical features",
    // Music Perception 21(4), 561-585); but nobody wants to reach for the volume: quiet pieces are a
    // little softer than what streaming services play at, all others are not.
    loudness: -16 + 2 * Math.min(0, arousal),
    // Bright timbre is happy or angry, dull timbre sad or tender (Juslin and Laukka 2003).
    brightness: 1800 * 2 ** (1.1 * arousal + 0.4 * valence),
    // Simple and consonant is happy, complex is sad or tense (Gabrielsson and Lindstroem 2010); added
    // tones soften quiet music and muddy fast music, which is a matter of craft.
    colour: clamp(0.4 - 0.25 * arousal - 0.2 * valence, 0.1, 0.8),
    // Melodies in minor keys move in smaller steps, and lie lower, than those in major (Huron 2008, "A
    // comparison of average pitch height and interval size in major- and minor-key themes", Empirical
    // Musicology Review 3(2), 59-63); wide leaps are also lively (Gabrielsson and Lindstroem 2010).
    leaps: 2 ** (0.8 * valence + 0.5 * arousal),
    // Ascending is happy, descending sad (Gerardi and Gerken 1995, "The development of affective responses
    // to modality and melodic contour", Music Perception 12(3), 279-290).
    rise: 0.8 * valence,
    percussion: clamp(0.45 + 0.65 * arousal, 0, 1),
    swing: random.chance(0.6) ? swing * random.between(0.5, 1) : 0,
    reverberation: 2.2 - 1.0 * arousal,
    style,
    ensemble: ensembleOf(choices, random),
  };
}

/** Returns how long a piece plays, in seconds: what follows from its bars and its tempo. */
export function secondsOf({ bars, tempo }: Pick<Character, 'bars' | 'tempo'>): number {
  return (bars * BEATS_PER_BAR * 60) / tempo;
}

/**
 * Faster is livelier, tempo hardly moves how pleasant music is (Husain, Thompson and Schellenberg
 * 2002, "Effects of musical tempo and mode on arousal, mood, and spatial abilities", Music Perception
 * 20(2), 151-171). From 60, slow, to 160, fast.
 */
function tempoOf(arousal: number): number {
  return Math.round(110 + 50 * arousal);
}

/** Happier modes for more pleasant music; see {@link Mode}. */
function modeOf(valence: number): Mode {
  if (valence >= 0.3) {
    return 'ionian';
  }
  if (valence >= 0.05) {
    return 'mixolydian';
  }
  if (valence >= -0.3) {
    return 'dorian';
  }
  return valence >= -0.75 ? 'aeolian' : 'phrygian';
}

/** Lively pieces are short, quiet ones take their time: 2 to 4 minutes in groups of four bars. */
function barsOf(seed: number, arousal: number, tempo: number): number {
  const wished = 170 - 45 * arousal + ((((seed * 7) % 16) + 16) % 16);
  const secondsOfFourBars = secondsOf({ bars: 4, tempo });
  return 4 * Math.round(wished / secondsOfFourBars);
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
