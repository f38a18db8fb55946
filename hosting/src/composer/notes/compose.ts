import { bassPattern, chordPattern, isSame, pitchesOf, type Pattern } from './accompaniment';
import { characterOf, secondsOf, type Character } from './character';
import { DRUMS_FROM, groove, type Groove } from './drums';
import { layOut, type Role, type Section } from './form';
import { chordToneNear, harmonize, tonicChord, voicing, type Chord, type Harmony } from './harmony';
import { composeMelody, vary, type MelodyNote } from './melody';
import { Random } from './random';
import type { Recipe } from './recipe';
import { EIGHTHS_PER_BAR, swung } from './rhythm';
import { pitchOf, stepNear, type Scale } from './scale';
import type { Note, Score, Voice } from './score';

const BEATS_PER_BAR = 4;

/** Where the accompanying voices lie, as MIDI numbers. */
const PAD_CENTRE = 59;
const CHORDS_CENTRE = 62;
const BASS_CENTRE = 38;

/** How late a melodic note may come, in seconds: players are no machines. */
const LATENESS = 0.012;

/** What the sections of a piece are made of. */
interface Material {
  readonly character: Character;
  readonly scale: Scale;
  readonly harmony: Harmony;
  readonly melodies: Readonly<Record<'theme' | 'contrast', readonly MelodyNote[]>>;
  readonly chords: Pattern;
  readonly bass: Pattern;
  readonly groove: Groove;
}

/** Writes the piece that a recipe stands for. The same recipe always gives the same piece. */
export function compose(recipe: Recipe): Score {
  const material = invent(recipe);
  const { character } = material;
  const seconds = secondsOf(character);
  const sections = layOut(character.bars, new Random(recipe.seed, 'form'));
  const random = new Random(recipe.seed, 'playing');
  const notes = sections
    .flatMap((section) => play(section, material, random))
    .map((note) => humanize(note, character, random))
    .sort((one, other) => one.beat - other.beat);
  return { character, seconds, notes };
}

function invent(recipe: Recipe): Material {
  const { seed } = recipe;
  const character = characterOf(recipe);
  const { mode, key, density, syncopation, register } = character;
  const scale = { mode, tonic: 48 + key };
  const harmony = harmonize(mode, character.colour, new Random(seed, 'harmony'));
  const centre = stepNear(scale, register);
  const style = { density, syncopation };
  return {
    character,
    scale,
    harmony,
    melodies: {
      theme: composeMelody(harmony.theme, { ...style, centre }, new Random(seed, 'theme')),
      // A contrast lies higher and says less.
      contrast: composeMelody(
        harmony.contrast,
        { ...style, density: density * 0.8, centre: centre + 2 },
        new Random(seed, 'contrast'),
      ),
    },
    chords: chordPattern(density, new Random(seed, 'chords')),
    bass: bassPattern(density, new Random(seed, 'bass')),
    groove: groove(character.percussion, new Random(seed, 'drums')),
  };
}

function play(section: Section, material: Material, random: Random): Note[] {
  if (section.role === 'ending') {
    return playEnding(section, material);
  }
  const chords = chordsOf(section.role, material.harmony).slice(0, section.bars);
  return [
    ...playPad(section, material, chords),
    ...playPattern('chords', section, material, chords),
    ...(section.role === 'opening' ? [] : playPattern('bass', section, material, chords)),
    ...playMelody(section, material, chords, random),
    ...playDrums(section, material),
  ];
}

function chordsOf(role: Role, { theme, contrast }: Harmony): readonly Chord[] {
  return role === 'contrast' || role === 'breath' ? contrast : theme;
}

function playPad(section: Section, { scale }: Material, chords: readonly Chord[]): Note[] {
  return chords.flatMap((chord, bar) => {
    if (bar > 0 && isSame(chord, chords[bar - 1])) {
      return [];
    }
    const next = chords.findIndex((other, index) => index > bar && !isSame(other, chord));
    const bars = (next < 0 ? chords.length : next) - bar;
    return voicing(scale, chord, PAD_CENTRE).map((pitch) => ({
      voice: 'pad' as const,
      beat: (section.bar + bar) * BEATS_PER_BAR,
      beats: bars * BEATS_PER_BAR,
      pitch,
      velocity: 0.45 + 0.25 * section.energy,
    }));
  });
}

function playPattern(
  voice: 'chords' | 'bass',
  section: Section,
  { scale, character, ...material }: Material,
  chords: readonly Chord[],
): Note[] {
  return chords.flatMap((chord, bar) => {
    const pitches =
      voice === 'bass' ? bassPitches(scale, chord) : voicing(scale, chord, CHORDS_CENTRE);
    return material[voice].flatMap((stroke) =>
      pitchesOf(stroke, pitches).map((pitch) => ({
        voice,
        beat: (section.bar + bar) * BEATS_PER_BAR + swung(stroke.eighth, character.swing),
        beats: (stroke.eighths / 2) * (voice === 'bass' ? 0.9 : 1),
        pitch,
        velocity: stroke.accent * (0.5 + 0.3 * section.energy),
      })),
    );
  });
}

/** The root, and above it the fifth and the octave where a pattern asks for them. */
function bassPitches(scale: Scale, { degree }: Chord): number[] {
  const root = pitchOf(scale, degree);
  const low = root + 12 * Math.round((BASS_CENTRE - root) / 12);
  const fifth = low + pitchOf(scale, degree + 4) - root;
  return [low, low, fifth, low + 12];
}

function playMelody(
  section: Section,
  { scale, character, melodies }: Material,
  chords: readonly Chord[],
  random: Random,
): Note[] {
  const { role, energy, bar } = section;
  if (role !== 'theme' && role !== 'contrast') {
    return [];
  }
  const melody = energy > 0.5 ? vary(melodies[role], random) : melodies[role];
  const line = (voice: Voice, steps: (note: MelodyNote) => number, strength: number): Note[] =>
    melody.map((note) => ({
      voice,
      beat: bar * BEATS_PER_BAR + swung(note.eighth, character.swing),
      beats: (note.eighths / 2) * character.articulation,
      pitch: pitchOf(scale, steps(note)),
      velocity: strength * (note.eighth % EIGHTHS_PER_BAR === 0 ? 0.95 : 0.8),
    }));
  const below = ({ eighth, step }: MelodyNote) => {
    const chord = chords[Math.floor(eighth / EIGHTHS_PER_BAR)];
    return chord ? chordToneNear(chord, step - 3) : step - 2;
  };
  return [
    ...line('melody', ({ step }) => step, 0.7 + 0.25 * energy),
    ...(energy > 0.75 ? line('echo', below, 0.45) : []),
  ];
}

function playDrums(section: Section, { character, groove: { bar, fill } }: Material): Note[] {
  const { energy, role, bars } = section;
  if (energy < 0.35 || character.percussion < DRUMS_FROM) {
    return [];
  }
  const start = section.bar * BEATS_PER_BAR;
  const crash = role === 'contrast' && character.percussion > 0.6;
  return [
    ...(crash ? [drum('crash', start, 0.5)] : []),
    ...Array.from({ length: bars }, (_, index) =>
      (index === bars - 1 ? fill : bar).map(({ drum: name, eighth, velocity }) =>
        drum(
          name,
          start + index * BEATS_PER_BAR + swung(eighth, character.swing),
          velocity * (0.6 + 0.4 * energy),
        ),
      ),
    ).flat(),
  ];
}

function drum(voice: Voice, beat: number, velocity: number): Note {
  return { voice, beat, beats: 0.25, pitch: 60, velocity };
}

/** Two bars as at the beginning, and the tonic, which rings out. */
function playEnding(section: Section, material: Material): Note[] {
  const { scale, harmony, character } = material;
  const closing = { ...section, bars: 2 };
  const chords = harmony.theme.slice(0, 2);
  const last = { ...section, bar: section.bar + 2, bars: 2 };
  const tonic = tonicChord();
  const hold = (voice: Voice, pitch: number, velocity: number): Note => ({
    voice,
    beat: last.bar * BEATS_PER_BAR,
    beats: BEATS_PER_BAR,
    pitch,
    velocity,
  });
  const end = chordToneNear(tonic, stepNear(scale, character.register));
  return [
    ...playPad(closing, material, chords),
    ...playPattern('chords', closing, material, chords),
    ...playPattern('bass', closing, material, chords),
    ...voicing(scale, tonic, PAD_CENTRE).map((pitch) => hold('pad', pitch, 0.5)),
    ...voicing(scale, tonic, CHORDS_CENTRE).map((pitch) => hold('chords', pitch, 0.55)),
    hold('bass', bassPitches(scale, tonic)[0] ?? BASS_CENTRE, 0.6),
    hold('melody', pitchOf(scale, end), 0.6),
  ];
}

/** Nobody plays each note alike; only the drums keep time strictly. */
function humanize(note: Note, { tempo }: Character, random: Random): Note {
  const velocity = Math.min(1, note.velocity * random.between(0.9, 1.05));
  const isPitched = ['melody', 'echo', 'chords'].includes(note.voice);
  const lateness = isPitched ? (random.next() * LATENESS * tempo) / 60 : 0;
  return { ...note, velocity, beat: note.beat + lateness };
}
