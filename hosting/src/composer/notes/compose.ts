import {
  bassPatterns,
  chordPatterns,
  isSame,
  pitchesOf,
  type Bassline,
  type Comping,
  type Pattern,
} from './accompaniment';
import { characterOf, secondsOf, type Character } from './character';
import { drumBar, makeGroove, type Groove } from './drums';
import { layOut, type Role, type Section } from './form';
import { chordToneNear, harmonize, tonicChord, voicing, type Chord, type Harmony } from './harmony';
import { composeMelody, vary, type MelodyNote } from './melody';
import { Random } from './random';
import type { Recipe } from './recipe';
import { EIGHTHS_PER_BAR, swung } from './rhythm';
import { MODES, pitchOf, stepNear, type Scale } from './scale';
import type { Note, Score, Voice } from './score';
import { STYLES } from './styles';

const BEATS_PER_BAR = 4;

/** Where the accompanying voices lie, as MIDI numbers. */
const PAD_CENTRE = 59;
const CHORDS_CENTRE = 62;
const POWER_CENTRE = 45;
const BASS_CENTRE = 38;

/** How late a melodic note may come, in seconds: players are no machines. */
const LATENESS = 0.012;

/** How much later at most the second take of what is played twice comes, in seconds. */
const DOUBLE_LATENESS = 0.025;

/** What the sections of a piece are made of. */
interface Material {
  readonly character: Character;
  readonly scale: Scale;
  readonly harmony: Harmony;
  readonly melodies: Readonly<Record<'theme' | 'contrast' | 'bridge', readonly MelodyNote[]>>;
  readonly comping: Comping;
  readonly bassline: Bassline;
  readonly chords: readonly Pattern[];
  readonly bass: readonly Pattern[];
  readonly groove: Groove | undefined;
}

/** A section and its harmony. */
export interface Passage extends Section {
  /** One to a bar. */
  readonly chords: readonly Chord[];
  /** The MIDI number of the tonic. */
  readonly tonic: number;
}

/** Writes the piece that a recipe stands for. The same recipe always gives the same piece. */
export function compose(recipe: Recipe): Score {
  const material = invent(recipe);
  const { character } = material;
  const seconds = secondsOf(character);
  const random = new Random(recipe.seed, 'playing');
  const drumming = new Random(recipe.seed, 'drumming');
  const notes = passagesOf(recipe.seed, material)
    .flatMap((passage) => [
      ...play(passage, material, random),
      ...playDrums(passage, material, drumming),
    ])
    .flatMap((note) => humanize(note, character, random))
    .sort((one, other) => one.beat - other.beat);
  return { character, seconds, notes };
}

/** Lays out the harmony of a recipe's piece: for every section its chords and its key. */
export function harmonyOf(recipe: Recipe): Passage[] {
  return passagesOf(recipe.seed, invent(recipe));
}

function invent(recipe: Recipe): Material {
  const { seed } = recipe;
  const character = characterOf(recipe);
  const { mode, key, density, syncopation, register, colour, leaps, rise } = character;
  const { palette = mode, extensions, gaps = 0, ...style } = STYLES[character.style];
  const scale = { semitones: MODES[mode], tonic: 48 + key };
  const harmony = harmonize({ palette, mode, colour, extensions }, new Random(seed, 'harmony'));
  const centre = stepNear(scale, register);
  const singing = { density, syncopation, centre, leaps, rise, gaps };
  const playing = new Random(seed, 'patterns');
  const comping = playing.pick(style.comping);
  const bassline = playing.pick(style.bassline);
  return {
    character,
    scale,
    harmony,
    melodies: {
      theme: composeMelody(harmony.theme, singing, new Random(seed, 'theme')),
      // A contrast lies higher and says less, a bridge is calmer still.
      contrast: composeMelody(
        harmony.contrast,
        { ...singing, density: density * 0.8, centre: centre + 2 },
        new Random(seed, 'contrast'),
      ),
      bridge: composeMelody(
        harmony.bridge,
        { ...singing, density: density * 0.55, syncopation: 0.5 * syncopation, centre: centre - 2 },
        new Random(seed, 'bridge'),
      ),
    },
    comping,
    bassline,
    chords: chordPatterns(comping, density, new Random(seed, 'chords')),
    bass: bassPatterns(bassline, new Random(seed, 'bass')),
    groove: makeGroove(style.groove, character.percussion, new Random(seed, 'drums')),
  };
}

function passagesOf(seed: number, { character, scale, harmony }: Material): Passage[] {
  const { lift = 0 } = STYLES[character.style];
  return layOut(character.bars, lift, new Random(seed, 'form')).map((section) => ({
    ...section,
    chords: chordsOf(section.role, character, harmony).slice(0, section.bars),
    tonic: scale.tonic + section.transposition,
  }));
}

function chordsOf(role: Role, { mode }: Character, harmony: Harmony): readonly Chord[] {
  const { theme, contrast, bridge } = harmony;
  const tonic = tonicChord(mode);
  switch (role) {
    case 'contrast':
      return contrast;
    case 'bridge':
      return bridge;
    case 'breath':
      // Its last bars lead back to the theme.
      return bridge.slice(4);
    case 'ending':
      // The theme's own cadence.
      return [...theme.slice(5, 7), tonic, tonic];
    default:
      return theme;
  }
}

function play(passage: Passage, material: Material, random: Random): Note[] {
  if (passage.role === 'ending') {
    return playEnding(passage, material);
  }
  const { role } = passage;
  return [
    ...playPad(passage),
    // A bridge is held by the pad, and the chords come in again half-way.
    ...playPattern('chords', role === 'bridge' ? later(passage) : passage, material),
    ...(role === 'opening' ? [] : playPattern('bass', passage, material)),
    ...playMelody(passage, material, random),
  ];
}

/** The second half of a passage. */
function later(passage: Passage): Passage {
  const half = passage.bars / 2;
  return { ...passage, bar: passage.bar + half, bars: half, chords: passage.chords.slice(half) };
}

/** How hard accompanying voices are played: the dynamics of a piece follow its energy. */
function strength(energy: number): number {
  return 0.28 + 0.58 * energy;
}

function playPad({ chords, bar: start, energy, tonic }: Passage): Note[] {
  return chords.flatMap((chord, bar) => {
    if (bar > 0 && isSame(chord, chords[bar - 1])) {
      return [];
    }
    const next = chords.findIndex((other, index) => index > bar && !isSame(other, chord));
    const bars = (next < 0 ? chords.length : next) - bar;
    return voicing(tonic, chord, PAD_CENTRE).map((pitch) => ({
      voice: 'pad' as const,
      beat: (start + bar) * BEATS_PER_BAR,
      beats: bars * BEATS_PER_BAR,
      pitch,
      velocity: 0.32 + 0.5 * energy,
    }));
  });
}

function playPattern(voice: 'chords' | 'bass', passage: Passage, material: Material): Note[] {
  const { character, bassline } = material;
  const patterns = material[voice];
  return passage.chords.flatMap((chord, bar) => {
    const root = voice === 'bass' && bassline === 'pedal' ? { ...chord, degree: 0 } : chord;
    const pitches =
      voice === 'bass' ? bassPitches(passage.tonic, root) : chordPitches(passage, chord, character);
    return (patterns[bar % patterns.length] ?? []).flatMap((stroke) =>
      pitchesOf(stroke, pitches).map((pitch) => ({
        voice,
        beat: (passage.bar + bar) * BEATS_PER_BAR + swung(stroke.eighth, character.swing),
        beats: (stroke.eighths / 2) * (voice === 'bass' ? 0.9 : 1),
        pitch,
        velocity: Math.min(1, stroke.accent * strength(passage.energy)),
      })),
    );
  });
}

/** A distorted guitar plays roots: its sound has the fifth already, and thirds would only be mud. */
function chordPitches({ tonic }: Passage, chord: Chord, { ensemble }: Character): number[] {
  if (ensemble.chords !== 'guitar') {
    return voicing(tonic, chord, CHORDS_CENTRE);
  }
  const root = pitchOf({ semitones: chord.semitones, tonic }, chord.degree);
  return [root + 12 * Math.round((POWER_CENTRE - root) / 12)];
}

/** The root, and above it the third, the fifth and the octave where a pattern asks for them. */
function bassPitches(tonic: number, { degree, semitones }: Chord): number[] {
  const scale = { semitones, tonic };
  const root = pitchOf(scale, degree);
  const low = root + 12 * Math.round((BASS_CENTRE - root) / 12);
  const above = (steps: number) => low + pitchOf(scale, degree + steps) - root;
  return [low, above(2), above(4), low + 12];
}

function playMelody(passage: Passage, material: Material, random: Random): Note[] {
  const { role, energy, bar, chords, tonic, turn } = passage;
  if (role !== 'theme' && role !== 'contrast' && role !== 'bridge') {
    return [];
  }
  const { character, melodies } = material;
  const melody = turn > 0 ? vary(melodies[role], random) : melodies[role];
  const line = (voice: Voice, steps: (note: MelodyNote) => number, loudness: number): Note[] =>
    melody.map((note) => {
      const chord = chords[Math.floor(note.eighth / EIGHTHS_PER_BAR)];
      const scale = { semitones: chord?.semitones ?? material.scale.semitones, tonic };
      return {
        voice,
        beat: bar * BEATS_PER_BAR + swung(note.eighth, character.swing),
        beats: (note.eighths / 2) * character.articulation,
        pitch: pitchOf(scale, steps(note)),
        velocity: loudness * (note.eighth % EIGHTHS_PER_BAR === 0 ? 0.95 : 0.8),
      };
    });
  const below = ({ eighth, step }: MelodyNote) => {
    const chord = chords[Math.floor(eighth / EIGHTHS_PER_BAR)];
    return chord ? chordToneNear(chord, step - 3) : step - 2;
  };
  return [
    ...line('melody', ({ step }) => step, 0.4 + 0.55 * energy),
    ...(energy > 0.7 ? line('echo', below, 0.5 * energy) : []),
  ];
}

function playDrums(passage: Passage, { character, groove }: Material, random: Random): Note[] {
  const { energy, role, bars, turn } = passage;
  if (!groove || role === 'ending') {
    return [];
  }
  const start = passage.bar * BEATS_PER_BAR;
  const crash = (role === 'contrast' || turn > 1) && character.percussion > 0.6;
  const beats = Array.from({ length: bars }, (_, index) =>
    drumBar(groove, { index, bars, energy }, random).map(({ drum: name, eighth, velocity }) =>
      drum(
        name,
        start + index * BEATS_PER_BAR + swung(eighth, character.swing),
        velocity * (0.3 + 0.7 * energy),
      ),
    ),
  );
  return [...(crash ? [drum('crash', start, 0.5 * energy)] : []), ...beats.flat()];
}

function drum(voice: Voice, beat: number, velocity: number): Note {
  return { voice, beat, beats: 0.25, pitch: 60, velocity };
}

/** Two bars that close, and the tonic, which rings out. */
function playEnding(passage: Passage, material: Material): Note[] {
  const { character, scale } = material;
  const { tonic } = passage;
  const closing = { ...passage, bars: 2, chords: passage.chords.slice(0, 2) };
  const last = passage.chords.at(-1) ?? tonicChord(character.mode);
  const hold = (voice: Voice, pitch: number, velocity: number): Note => ({
    voice,
    beat: (passage.bar + 2) * BEATS_PER_BAR,
    beats: BEATS_PER_BAR,
    pitch,
    velocity,
  });
  const end = chordToneNear(last, stepNear({ ...scale, tonic }, character.register));
  return [
    ...playPad(closing),
    ...playPattern('chords', closing, material),
    ...playPattern('bass', closing, material),
    ...voicing(tonic, last, PAD_CENTRE).map((pitch) => hold('pad', pitch, 0.5)),
    ...chordPitches(passage, last, character).map((pitch) => hold('chords', pitch, 0.55)),
    hold('bass', bassPitches(tonic, last)[0] ?? BASS_CENTRE, 0.6),
    hold('melody', pitchOf({ semitones: last.semitones, tonic }, end), 0.6),
  ];
}

/**
 * Nobody plays each note alike; only the drums keep time strictly. A distorted guitar is played twice, once
 * for each side, as in the studio.
 */
function humanize(note: Note, { tempo, ensemble }: Character, random: Random): Note[] {
  const velocity = Math.min(1, note.velocity * random.between(0.9, 1.05));
  const isPitched = ['melody', 'echo', 'chords'].includes(note.voice);
  const late = (most: number) => note.beat + (random.next() * most * tempo) / 60;
  const played = { ...note, velocity, beat: isPitched ? late(LATENESS) : note.beat };
  return note.voice === 'chords' && ensemble.chords === 'guitar'
    ? [played, { ...played, voice: 'double', beat: late(DOUBLE_LATENESS) }]
    : [played];
}
