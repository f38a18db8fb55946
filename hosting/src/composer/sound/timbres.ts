import type { Bass, Pad, Tone } from '../notes/ensemble';
import type { Signal } from './signal';
import { electric, mallet, piano, string } from './struck-tones';
import { drivingBass, glass, reed, roundBass, saw, strings, warm } from './synthetic-tones';

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
}

/** How every timbre is made. */
export const TIMBRES: Readonly<Record<Timbre, Making>> = {
  piano: { make: piano, held: false, attack: 0, release: 0.4 },
  string: { make: string, held: false, attack: 0, release: 0.9 },
  mallet: { make: mallet, held: false, attack: 0, release: 0.9 },
  electric: { make: electric, held: false, attack: 0, release: 0.35 },
  saw: { make: saw, held: false, attack: 0, release: 0.2 },
  reed: { make: reed, held: true, attack: 0.07, release: 0.3 },
  warm: { make: warm, held: true, attack: 0.35, release: 1.4 },
  glass: { make: glass, held: true, attack: 0.7, release: 1.8 },
  strings: { make: strings, held: true, attack: 0.5, release: 1.1 },
  round: { make: roundBass, held: false, attack: 0, release: 0.14 },
  driving: { make: drivingBass, held: false, attack: 0, release: 0.1 },
};

/** How long a sound goes on after its note at most, in seconds. */
export const LONGEST_RELEASE = Math.max(...Object.values(TIMBRES).map(({ release }) => release));
