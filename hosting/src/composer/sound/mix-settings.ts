import { isDrum, type Drum, type Note, type Voice } from '../notes/score';

/** The voices that are mixed as one: what is as far away, and the melody, which comes back. */
export type StemName = 'melody' | 'tones' | 'pad' | 'beat';

/** How much of every stem the room answers: the farther away, the more. */
export const ROOM_SHARES: Readonly<Record<StemName, number>> = {
  melody: 0.36,
  tones: 0.36,
  pad: 0.45,
  beat: 0.07,
};

/** How loud a voice is, as a factor, and with which others it is mixed. */
interface MixSettings {
  readonly gain: number;
  readonly stem: StemName;
}

const VOICES: Readonly<Record<Exclude<Voice, Drum> | 'drums', MixSettings>> = {
  melody: { gain: 0.5, stem: 'melody' },
  echo: { gain: 0.34, stem: 'tones' },
  chords: { gain: 0.26, stem: 'tones' },
  double: { gain: 0.26, stem: 'tones' },
  pad: { gain: 0.12, stem: 'pad' },
  bass: { gain: 0.34, stem: 'beat' },
  drums: { gain: 0.4, stem: 'beat' },
};

/** Returns how a voice is mixed. */
export function settingsOf(voice: Voice): MixSettings {
  return VOICES[isDrum(voice) ? 'drums' : voice];
}

/** Where the drums stand, as whoever plays them sees them, from -1, left, to 1, right. */
const KIT: Readonly<Record<Drum, number>> = {
  kick: 0,
  boom: 0,
  snare: 0.08,
  clap: -0.2,
  rim: -0.4,
  hat: 0.5,
  openHat: 0.5,
  ride: -0.55,
  shaker: -0.6,
  tambourine: 0.65,
  highTom: -0.4,
  lowTom: 0.4,
  crash: -0.5,
};

/** How far from the middle the two takes of what is played twice are heard. */
const TAKES = 0.9;

/** How far to the side a voice of an octave above the middle of the keyboard is heard. */
const KEYBOARD = 0.6;

/** Where a note is heard from: -1 left, 1 right. Voices with many notes are spread by their pitch. */
export function placeOf({ voice, pitch }: Note, isDoubled: boolean): number {
  switch (voice) {
    case 'melody':
      return 0.12;
    case 'echo':
      return -0.5;
    case 'chords':
      return isDoubled ? -TAKES : within(((pitch - 64) / 12) * KEYBOARD - 0.2);
    case 'double':
      return TAKES;
    case 'pad':
      // Neighbours in a chord stand on either side.
      return pitch % 2 === 0 ? -0.55 : 0.55;
    case 'bass':
      return 0;
    default:
      return KIT[voice];
  }
}

/** What each side gets of a place: together the same power everywhere. */
export function sidesOf(place: number): [left: number, right: number] {
  const angle = ((place + 1) * Math.PI) / 4;
  return [Math.cos(angle), Math.sin(angle)];
}

function within(place: number): number {
  return Math.min(0.75, Math.max(-0.75, place));
}
