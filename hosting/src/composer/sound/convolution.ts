import FFT from 'fft.js';
import type { Recording, Signal } from './signal';

/** How many samples are answered at a time; the transforms are twice as long. */
const BLOCK = 16_384;

/** The spectrum of a real signal of two blocks: its first half, real and imaginary parts in turn. */
type Spectrum = Float64Array<ArrayBuffer>;

const transform = new FFT(2 * BLOCK);

// Room to work in, filled anew each time.
const padded = new Float64Array(2 * BLOCK);
const worked = new Float64Array(4 * BLOCK);
const leftSum = new Float64Array(2 * BLOCK + 2);
const rightSum = new Float64Array(2 * BLOCK + 2);
const bothSums = new Float64Array(4 * BLOCK);

/**
 * Answers signals as a room does of which the answer to a click is known, left and right: convolution by
 * fast Fourier transforms, the answer cut into parts of a block each (Stockham 1966, "High-speed convolution
 * and correlation", AFIPS; Wefers 2015, "Partitioned convolution algorithms for real-time auralization",
 * chapter 4). Both sides come back from one transform, as its real and its imaginary part.
 */
export class Convolution {
  private readonly parts: readonly { readonly left: Spectrum; readonly right: Spectrum }[];

  /** @param click the answer to a click; both sides are of one length */
  constructor(click: Recording) {
    const right = blocksOf(click.right);
    this.parts = blocksOf(click.left).map((block, index) => ({
      left: spectrumOf(block),
      right: spectrumOf(right[index] ?? block),
    }));
  }

  /** Returns the answer to a signal, as long as the signal: what would ring on is cut. */
  of(source: Signal): Recording {
    const answer: Recording = {
      left: new Float32Array(source.length),
      right: new Float32Array(source.length),
    };
    // Of the blocks before too, the latest first: they still ring.
    let heard: (Spectrum | undefined)[] = [];
    for (const [index, block] of blocksOf(source).entries()) {
      const spectrum = isSilent(block) ? undefined : spectrumOf(block);
      heard = [spectrum, ...heard].slice(0, this.parts.length);
      if (heard.some((still) => still)) {
        addAnswer(answer, this.sum(heard), index * BLOCK);
      }
    }
    return answer;
  }

  /** What is heard of all blocks: the spectrum of the left side plus i times that of the right side. */
  private sum(heard: readonly (Spectrum | undefined)[]): Float64Array {
    leftSum.fill(0);
    rightSum.fill(0);
    heard.forEach((spectrum, age) => {
      const part = this.parts[age];
      if (part && spectrum) {
        addProduct(leftSum, spectrum, part.left);
        addProduct(rightSum, spectrum, part.right);
      }
    });
    return together(leftSum, rightSum);
  }
}

function blocksOf(signal: Signal): Signal[] {
  return Array.from({ length: Math.ceil(signal.length / BLOCK) }, (_, index) =>
    signal.subarray(index * BLOCK, (index + 1) * BLOCK),
  );
}

function spectrumOf(block: Signal): Spectrum {
  padded.fill(0);
  padded.set(block);
  transform.realTransform(worked, padded);
  return worked.slice(0, 2 * BLOCK + 2);
}

/** Adds the product of two spectra to a third. */
function addProduct(sum: Float64Array, one: Spectrum, other: Spectrum): void {
  for (let index = 0; index < one.length; index += 2) {
    const [real = 0, imaginary = 0] = [one[index], one[index + 1]];
    const [otherReal = 0, otherImaginary = 0] = [other[index], other[index + 1]];
    sum[index] = (sum[index] ?? 0) + real * otherReal - imaginary * otherImaginary;
    sum[index + 1] = (sum[index + 1] ?? 0) + real * otherImaginary + imaginary * otherReal;
  }
}

/** Puts the spectra of two real signals together as those of a complex one, of both halves. */
function together(left: Float64Array, right: Float64Array): Float64Array {
  const whole = bothSums;
  const size = 2 * BLOCK;
  for (let bin = 0; bin <= BLOCK; bin += 1) {
    const [real = 0, imaginary = 0] = [left[2 * bin], left[2 * bin + 1]];
    const [otherReal = 0, otherImaginary = 0] = [right[2 * bin], right[2 * bin + 1]];
    whole[2 * bin] = real - otherImaginary;
    whole[2 * bin + 1] = imaginary + otherReal;
    if (bin > 0 && bin < BLOCK) {
      // The spectrum of a real signal mirrors itself.
      whole[2 * (size - bin)] = real + otherImaginary;
      whole[2 * (size - bin) + 1] = otherReal - imaginary;
    }
  }
  return whole;
}

/** Adds the two blocks that a spectrum stands for to both sides. */
function addAnswer({ left, right }: Recording, spectrum: Float64Array, start: number): void {
  transform.inverseTransform(worked, spectrum);
  const end = Math.min(left.length, start + 2 * BLOCK);
  for (let index = start; index < end; index += 1) {
    const place = 2 * (index - start);
    left[index] = (left[index] ?? 0) + (worked[place] ?? 0);
    right[index] = (right[index] ?? 0) + (worked[place + 1] ?? 0);
  }
}

function isSilent(block: Signal): boolean {
  return block.every((sample) => sample === 0);
}
