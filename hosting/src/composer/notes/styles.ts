import type { Comping, Bassline } from './accompaniment';
import type { GrooveKind } from './drums';
import type { Choices } from './ensemble';
import type { Extensions, PaletteName } from './harmony';
import type { Random } from './random';

/** The name of a place of the plane of valence and arousal that has music of its own. */
export type StyleName =
  | 'triumphant'
  | 'excited'
  | 'happy'
  | 'playful'
  | 'tender'
  | 'serene'
  | 'cool'
  | 'dreamy'
  | 'melancholic'
  | 'bleak'
  | 'tense'
  | 'fearful'
  | 'driven'
  | 'angry';

/** What is played at a place of the plane. */
export interface Style {
  readonly valence: number;
  readonly arousal: number;
  /** Who can play. */
  readonly choices: Choices;
  readonly comping: readonly Comping[];
  readonly bassline: readonly Bassline[];
  readonly groove: GrooveKind;
  readonly extensions: Extensions;
  /** Its progressions, if they are not those of the mode. */
  readonly palette?: PaletteName;
  /** How late off-beat eighths come, as a share of an eighth, at most; none if absent. */
  readonly swing?: number;
  /** How many notes of a melody are left out, in [0, 1); none if absent. */
  readonly gaps?: number;
  /** A factor of how many notes a melody has; 1 if absent. */
  readonly density?: number;
  /** By how many semitones the last rise goes up; 0 if absent. */
  readonly lift?: number;
}

/**
 * What is played where. Timbre alone moves how emotion is heard (Hailstone et al. 2009, "It's not what you
 * play, it's how you play it", Quarterly Journal of Experimental Psychology 62(11), 2141-2155): anger is
 * heard in bright, rough sounds with sharp attacks, sadness and tenderness in dull sounds with soft attacks
 * and legato, happiness in light, medium-bright, detached sounds, fear in soft sounds with large variations,
 * irregular rhythm and pauses (Juslin and Laukka 2003, "Communication of emotions in vocal expression and
 * music performance", Psychological Bulletin 129(5), table 11; Juslin 2000, "Cue utilization in communication
 * of emotion in music performance", JEP: HPP 26(6)). Struck and plucked tones are heard as happier than bowed
 * and blown ones of the same brightness (Eerola, Ferrer and Alluri 2012, "Timbre and affect dimensions", Music
 * Perception 30(1), 49-70: valence falls with high-frequency energy and slow attacks). A shuffle and
 * off-beat chords make one move (Witek et al. 2014, "Syncopation, body-movement and pleasure in groove
 * music", PLoS ONE 9(4)). Which instruments do that is our choice.
 */
export const STYLES: Readonly<Record<StyleName, Style>> = {
  triumphant: {
    valence: 0.5,
    arousal: 0.95,
    choices: {
      melody: ['brass'],
      second: ['brass', 'bowed'],
      chords: ['brass', 'piano'],
      pad: ['strings', 'choir'],
      bass: ['driving'],
    },
    comping: ['stabs', 'block'],
    bassline: ['eighths', 'octaves'],
    groove: 'march',
    extensions: { suspended: 1, ninth: 1 },
    lift: 2,
  },
  excited: {
    valence: 0.15,
    arousal: 0.85,
    choices: {
      melody: ['saw', 'electric'],
      second: ['saw'],
      chords: ['synth'],
      pad: ['warm', 'strings'],
      bass: ['driving'],
    },
    comping: ['syncopated', 'ostinato'],
    bassline: ['octaves', 'eighths'],
    groove: 'four',
    extensions: { ninth: 1, suspended: 1 },
    lift: 1,
  },
  happy: {
    valence: 0.85,
    arousal: 0.6,
    choices: {
      melody: ['flute', 'mallet', 'string'],
      second: ['mallet', 'string'],
      chords: ['piano', 'pizzicato'],
      pad: ['warm'],
      bass: ['upright'],
    },
    comping: ['offbeat'],
    bassline: ['rootFifth'],
    groove: 'bounce',
    extensions: { sixth: 2, ninth: 1 },
    swing: 0.33,
    lift: 2,
  },
  playful: {
    valence: 0.85,
    arousal: 0.1,
    choices: {
      melody: ['mallet', 'flute'],
      second: ['pizzicato', 'flute'],
      chords: ['string', 'pizzicato'],
      pad: ['warm'],
      bass: ['upright'],
    },
    comping: ['strum', 'offbeat'],
    bassline: ['rootFifth', 'syncopated'],
    groove: 'bounce',
    extensions: { sixth: 2, ninth: 1 },
    swing: 0.33,
    lift: 2,
  },
  tender: {
    valence: 0.55,
    arousal: -0.4,
    choices: {
      melody: ['flute', 'piano'],
      second: ['reed', 'flute'],
      chords: ['piano', 'string'],
      pad: ['warm', 'strings'],
      bass: ['round'],
    },
    comping: ['broken'],
    bassline: ['long'],
    groove: 'brushes',
    extensions: { ninth: 2, seventh: 2, suspended: 1 },
  },
  serene: {
    valence: 0.65,
    arousal: -0.9,
    choices: {
      melody: ['bell', 'flute'],
      second: ['flute', 'bell'],
      chords: ['harp'],
      pad: ['glass', 'warm'],
      bass: ['round'],
    },
    comping: ['broken'],
    bassline: ['long', 'pedal'],
    groove: 'none',
    extensions: { ninth: 2, sixth: 2 },
  },
  cool: {
    valence: 0.15,
    arousal: 0,
    choices: {
      melody: ['reed', 'electric'],
      second: ['electric', 'string'],
      chords: ['electric', 'piano'],
      pad: ['warm'],
      bass: ['upright', 'round'],
    },
    comping: ['syncopated', 'broken'],
    bassline: ['walking', 'syncopated'],
    groove: 'laidBack',
    extensions: { seventh: 3, ninth: 2 },
    swing: 0.33,
  },
  dreamy: {
    valence: 0.05,
    arousal: -0.65,
    choices: {
      melody: ['electric', 'reed'],
      second: ['bell', 'reed'],
      chords: ['electric', 'harp'],
      pad: ['choir', 'glass'],
      bass: ['round'],
    },
    comping: ['broken'],
    bassline: ['long'],
    groove: 'brushes',
    extensions: { seventh: 3, ninth: 3 },
  },
  melancholic: {
    valence: -0.55,
    arousal: -0.45,
    choices: {
      melody: ['bowed', 'piano'],
      second: ['bowed', 'reed'],
      chords: ['piano'],
      pad: ['strings'],
      bass: ['round'],
    },
    comping: ['block', 'broken'],
    bassline: ['long'],
    groove: 'brushes',
    extensions: { seventh: 2, suspended: 1 },
  },
  bleak: {
    valence: -0.75,
    arousal: -0.9,
    choices: {
      melody: ['bowed'],
      second: ['bowed'],
      chords: ['piano'],
      pad: ['choir', 'tremolo'],
      bass: ['drone'],
    },
    comping: ['sparse', 'block'],
    bassline: ['pedal'],
    groove: 'none',
    extensions: { cluster: 2, seventh: 1 },
    gaps: 0.15,
  },
  tense: {
    valence: -0.3,
    arousal: 0.2,
    choices: {
      melody: ['reed', 'bowed'],
      second: ['bowed', 'electric'],
      chords: ['electric', 'pizzicato'],
      pad: ['strings'],
      bass: ['driving'],
    },
    comping: ['ostinato'],
    bassline: ['eighths', 'syncopated'],
    groove: 'pulse',
    extensions: { seventh: 2, suspended: 2 },
  },
  fearful: {
    valence: -0.75,
    arousal: 0.25,
    choices: {
      melody: ['bell', 'bowed'],
      second: ['bowed', 'bell'],
      chords: ['pizzicato', 'piano'],
      pad: ['tremolo'],
      bass: ['drone'],
    },
    comping: ['sparse'],
    bassline: ['pedal'],
    groove: 'heartbeat',
    extensions: { cluster: 1 },
    palette: 'fear',
    gaps: 0.35,
    density: 0.7,
  },
  driven: {
    valence: -0.25,
    arousal: 0.7,
    choices: {
      melody: ['saw', 'electric'],
      second: ['saw', 'bowed'],
      chords: ['guitar', 'synth'],
      pad: ['strings'],
      bass: ['driving', 'growl'],
    },
    comping: ['chug', 'ostinato'],
    bassline: ['eighths'],
    groove: 'rock',
    extensions: { power: 1, suspended: 1 },
  },
  angry: {
    valence: -0.8,
    arousal: 0.8,
    choices: {
      melody: ['lead'],
      second: ['lead'],
      chords: ['guitar'],
      pad: ['tremolo'],
      bass: ['growl'],
    },
    comping: ['chug'],
    bassline: ['gallop', 'eighths'],
    groove: 'metal',
    extensions: { power: 1 },
    palette: 'anger',
  },
};

/** How far a place reaches: between two, chance decides, the nearer the likelier. */
const REACH = 0.14;

/** Chooses the style of a piece. */
export function styleAt(valence: number, arousal: number, random: Random): StyleName {
  const names = Object.keys(STYLES) as StyleName[];
  return random.pickWeighted(names, (name) => {
    const style = STYLES[name];
    const distance = Math.hypot(style.valence - valence, style.arousal - arousal);
    return Math.exp(-((distance / REACH) ** 2) / 2);
  });
}
