import type { Random } from './random';

/** What a stretch of a piece is for. */
export type Role = 'opening' | 'theme' | 'contrast' | 'bridge' | 'breath' | 'ending';

/** A stretch of a piece. */
export interface Section {
  readonly role: Role;
  /** Its first bar, counted from 0. */
  readonly bar: number;
  /** 4 or 8. */
  readonly bars: number;
  /** How much is going on, in [0, 1]. */
  readonly energy: number;
  /** How many sections of its role came before. */
  readonly turn: number;
  /** By how many semitones it lies higher than the piece's key. */
  readonly transposition: number;
}

/** How many bars there are at each end beside the themes. */
const OPENING = 4;
const ENDING = 4;
const THEME = 8;

/**
 * What is played between opening and ending, by how many sections of eight bars there is room for: A
 * theme, B contrast, C bridge. All build up, fall back for the bridge and come to their height after it;
 * the expectation that a return has been prepared for is what moves listeners (Huron 2006, "Sweet
 * Anticipation", chapter 14; Sloboda 1991, "Music structure and emotional response", Psychology of Music
 * 19(2), 110-120).
 */
const ORDERS: readonly (readonly string[])[] = [
  ['A'],
  ['AA'],
  ['ABA', 'ACA'],
  ['ABCA'],
  ['ABACA', 'AABCA'],
  ['AABACA', 'ABABCA'],
  ['AABABCA', 'ABABACA'],
  ['AABABCBA', 'ABAABCBA'],
  ['AABAABCBA', 'ABABABCAA'],
  ['AABAABCABA', 'ABABAABCBA'],
  ['AABBAABCABA', 'AABAABACABA'],
];

const ROLES: Readonly<Record<string, Role>> = { A: 'theme', B: 'contrast', C: 'bridge' };

/**
 * Lays out a piece: an opening, sections that build up, a bridge that falls back, a breath before the
 * last rise where four bars are left over, and an ending.
 *
 * @param bars a multiple of four, at least 16
 * @param lift by how many semitones the last rise goes up
 */
export function layOut(bars: number, lift: number, random: Random): Section[] {
  const body = bars - OPENING - ENDING;
  const count = Math.floor(body / THEME);
  const breath = body % THEME;
  const order = random.pick(ORDERS[Math.min(count, ORDERS.length) - 1] ?? ['A']);
  // What a very long piece has too much of is more of its first theme.
  const letters = Array.from(order.padStart(count, 'A'));
  const breathBefore = Math.max(
    letters.indexOf('C') + 1,
    Math.min(count - 1, Math.round(count * 0.6)),
  );
  const sections: Section[] = [];
  const add = (role: Role, length: number, energy: number, transposition: number) => {
    const last = sections.at(-1);
    const bar = last ? last.bar + last.bars : 0;
    const turn = sections.filter((section) => section.role === role).length;
    sections.push({ role, bar, bars: length, energy, turn, transposition });
  };
  add('opening', OPENING, 0.12, 0);
  letters.forEach((letter, index) => {
    const lifted = letters.includes('C') && index > letters.indexOf('C') ? lift : 0;
    if (breath > 0 && index === breathBefore) {
      add('breath', breath, 0.25, lifted);
    }
    const role = ROLES[letter] ?? 'theme';
    add(role, THEME, energyOf(index, count, role), role === 'bridge' ? 0 : lifted);
  });
  add('ending', ENDING, 0.3, sections.at(-1)?.transposition ?? 0);
  return sections;
}

/** Rises over the piece; a contrast stands out by a little more, a bridge falls back. */
function energyOf(index: number, count: number, role: Role): number {
  if (role === 'bridge') {
    return 0.38;
  }
  const rise = 0.42 + (0.53 * index) / Math.max(1, count - 1);
  return Math.min(1, rise + (role === 'contrast' ? 0.12 : 0));
}
