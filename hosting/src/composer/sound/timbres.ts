import type { Bass, Pad, Tone } from '../notes/ensemble';
import type { Signal } from './signal';
import { bell, electric, harp, mallet, piano, pizzicato, string } from './struck-tones';
import {
  bowed,
  brass,
  choir,
  drivingBass,
  droneBass,
  flute,
  glass,
  growlBass,
  guitar,
  lead,
  reed,
  roundBass,
  saw,
  strings,
  synth,
  tremolo,
  uprightBass,
  warm,
} from './synthetic-tones';

/** The name of anything that plays at a pitch. */
export type Timbre = Tone | Pad | Bass;

/** How a timbre is made and played. */
export interface Making {
  /** Makes its sound at a frequency, in Hz. */
  readonly make: (hertz: number) => Signal;
  /** Whether its sound goes round, so that it can be held for ever. */
  readonly held: boolean;
  /** How long a note takes to come up, in seconds. */
  readonly attack: number;
  /** How long a note takes to die away when it is let go, in seconds. */
  readonly release: number;
  /** How far left and right are apart in pitch, in cents: as of two strings, two pipes or two players. */
  readonly spread: number;
}

/** How every timbre is made. */
export const TIMBRES: Readonly<Record<Timbre, Making>> = {
  piano: { make: piano, held: false, attack: 0, release: 0.4, spread: 2 },
  string: { make: string, held: false, attack: 0, release: 0.9, spread: 4 },
  harp: { make: harp, held: false, attack: 0, release: 1.4, spread: 4 },
  pizzicato: { make: pizzicato, held: false, attack: 0, release: 0.25, spread: 5 },
  mallet: { make: mallet, held: false, attack: 0, release: 0.9, spread: 3 },
  bell: { make: bell, held: false, attack: 0, release: 1.6, spread: 4 },
  electric: { make: electric, held: false, attack: 0, release: 0.35, spread: 6 },
  saw: { make: saw, held: false, attack: 0, release: 0.2, spread: 6 },
  synth: { make: synth, held: false, attack: 0, release: 0.15, spread: 8 },
  guitar: { make: guitar, held: false, attack: 0, release: 0.06, spread: 0 },
  lead: { make: lead, held: true, attack: 0.008, release: 0.12, spread: 6 },
  reed: { make: reed, held: true, attack: 0.07, release: 0.3, spread: 4 },
  flute: { make: flute, held: true, attack: 0.05, release: 0.2, spread: 3 },
  brass: { make: brass, held: true, attack: 0.035, release: 0.16, spread: 5 },
  bowed: { make: bowed, held: true, attack: 0.12, release: 0.35, spread: 4 },
  warm: { make: warm, held: true, attack: 0.35, release: 1.4, spread: 6 },
  glass: { make: glass, held: true, attack: 0.7, release: 1.8, spread: 5 },
  strings: { make: strings, held: true, attack: 0.4, release: 1.1, spread: 6 },
  choir: { make: choir, held: true, attack: 0.5, release: 1.3, spread: 6 },
  tremolo: { make: tremolo, held: true, attack: 0.25, release: 0.8, spread: 7 },
  round: { make: roundBass, held: false, attack: 0, release: 0.14, spread: 0 },
  upright: { make: uprightBass, held: false, attack: 0, release: 0.1, spread: 0 },
  driving: { make: drivingBass, held: false, attack: 0, release: 0.1, spread: 0 },
  growl: { make: growlBass, held: false, attack: 0, release: 0.08, spread: 0 },
  drone: { make: droneBass, held: true, attack: 0.4, release: 0.8, spread: 0 },
};

/** How long a sound goes on after its note at most, in seconds. */
export const LONGEST_RELEASE = Math.max(...Object.values(TIMBRES).map(({ release }) => release));
