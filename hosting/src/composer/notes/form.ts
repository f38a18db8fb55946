import type { Random } from './random';

/** What a stretch of a piece is for. */
export type Role = 'opening' | 'theme' | 'contrast' | 'breath' | 'ending';

/** A stretch of a piece. */
export interface Section {
  readonly role: Role;
  /** Its first bar, counted from 0. */
  readonly bar: number;
  /** 4 or 8. */
  readonly bars: number;
  /** How much is going on, in [0, 1]. */
  readonly energy: number;
}

/** How many bars there are at each end beside the themes. */
const OPENING = 4;
const ENDING = 4;
const THEME = 8;

/** Theme and contrast, in the orders that songs have; longer pieces begin anew after the last. */
const ORDERS: readonly (readonly ('theme' | 'contrast')[])[] = [
  ['theme', 'theme', 'contrast', 'theme', 'contrast', 'theme'],
  ['theme', 'contrast', 'theme', 'theme', 'contrast', 'theme'],
  ['theme', 'theme', 'contrast', 'contrast', 'theme', 'theme'],
];

/**
 * Lays out a piece: an opening, themes that build up, a breath before the last rise where four bars
 * are left over or the piece is long, and an ending.
 *
 * @param bars a multiple of four, at least 16
 */
export function layOut(bars: number, random: Random): Section[] {
  const body = bars - OPENING - ENDING;
  const themes = Math.floor(body / THEME);
  const breath = body % THEME;
  const order = random.pick(ORDERS);
  const breathBefore = Math.min(themes - 1, Math.round(themes * 0.6));
  const sections: Section[] = [];
  let bar = 0;
  const add = (role: Role, length: number, energy: number) => {
    sections.push({ role, bar, bars: length, energy });
    bar += length;
  };
  add('opening', OPENING, 0.15);
  for (let index = 0; index < themes; index += 1) {
    if (breath > 0 && index === breathBefore) {
      add('breath', breath, 0.25);
    }
    const role = index === themes - 1 ? 'theme' : (order[index % order.length] ?? 'theme');
    add(role, THEME, energyOf(index, themes, role));
  }
  add('ending', ENDING, 0.2);
  return sections;
}

/** Rises over the piece; a contrast stands out by a little more. */
function energyOf(index: number, themes: number, role: Role): number {
  const rise = 0.4 + (0.5 * index) / Math.max(1, themes - 1);
  return Math.min(1, rise + (role === 'contrast' ? 0.1 : 0));
}
