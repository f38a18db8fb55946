/**
 * Chance that can be had again: the same words give the same numbers. Each part of a piece draws from
 * a source named after it, so that a change to the drums leaves the melody as it was.
 */
export class Random {
  private state: number;

  /** Begins where the given words say. */
  constructor(...words: (string | number)[]) {
    this.state = hash(words.join('/'));
  }

  /** Returns a number in [0, 1): Mulberry32 by Tommy Ettinger (public domain). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** Returns a number in [low, high). */
  between(low: number, high: number): number {
    return low + (high - low) * this.next();
  }

  /** Returns true with the given probability. */
  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /**
   * Returns one of the items, each as likely as the others.
   *
   * @throws RangeError if there is none
   */
  pick<Item>(items: readonly Item[]): Item {
    return this.pickWeighted(items, () => 1);
  }

  /**
   * Returns one of the items, as likely as its weight says.
   *
   * @param weight at least 0; not 0 for all items
   * @throws RangeError if there is no item
   */
  pickWeighted<Item>(items: readonly Item[], weight: (item: Item) => number): Item {
    const total = items.reduce((sum, item) => sum + weight(item), 0);
    let rest = this.next() * total;
    const chosen = items.find((item) => (rest -= weight(item)) < 0) ?? items.at(-1);
    if (chosen === undefined) {
      throw new RangeError('There is nothing to pick from');
    }
    return chosen;
  }
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let result = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    result = Math.imul(result ^ text.charCodeAt(index), 0x01000193);
  }
  return result;
}
