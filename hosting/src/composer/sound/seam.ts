import type { Recording } from './signal';
import { SAMPLE_RATE, type Signal } from './signal';

/**
 * Puts stretches that ring over into each other together. Nothing is lost at the seams, because
 * whatever is done to the sound is linear: the answers to the parts add up to the answer to the whole.
 */
export class Seam {
  private readonly rest: { left: Signal; right: Signal } = { left: none(), right: none() };

  /**
   * Adds a stretch at the end of those that were added before.
   *
   * @param stretch with all that rings out of it
   * @param seconds how long it is without that
   * @returns what is final: as long as the stretch
   */
  add({ left, right }: Recording, seconds: number): Recording {
    const length = Math.round(seconds * SAMPLE_RATE);
    return {
      left: this.addSide('left', left, length),
      right: this.addSide('right', right, length),
    };
  }

  private addSide(side: 'left' | 'right', stretch: Signal, length: number): Signal {
    const before = this.rest[side];
    const sum: Signal = new Float32Array(Math.max(before.length, stretch.length, length));
    sum.set(stretch);
    for (let index = 0; index < before.length; index += 1) {
      sum[index] = (sum[index] ?? 0) + (before[index] ?? 0);
    }
    this.rest[side] = sum.slice(length);
    return sum.slice(0, length);
  }
}

const none = (): Signal => new Float32Array(0);
