import FFT from 'fft.js';
import type { Signal } from './signal';

/** How many samples are answered at a time; the transforms are twice as long. */
const BLOCK = 32_768;

/** The spectrum of a real signal of two blocks: its first half, real and imaginary parts in turn. */
type Spectrum = Float64Array<ArrayBuffer>;

const transform = new FFT(2 * BLOCK);

/**
 * Answers signals as a room or a filter would of which the answer to a click is known: convolution by
 * fast Fourier transforms, the answer cut into parts of a block each (Stockham 1966, "High-speed
 * convolution and correlation", AFIPS; Wefers 2015, "Partitioned convolution algorithms for real-time
 * auralization", chapter 4).
 */
export class Convolution {
  private readonly parts: readonly Spectrum[];

  /** @param answer the answer to a click */
  constructor(answer: Signal) {
    this.parts = blocksOf(answer).map(spectrumOf);
  }

  /** Returns the answer to a signal, as long as the signal: what would ring on is cut. */
  of(source: Signal): Signal {
    const answer: Signal = new Float32Array(source.length);
    // Of the blocks before too, the latest first: they still ring.
    let heard: Spectrum[] = [];
    for (const [index, block] of blocksOf(source).entries()) {
      heard = [spectrumOf(block), ...heard].slice(0, this.parts.length);
      const sum = new Float64Array(4 * BLOCK);
      heard.forEach((spectrum, age) => {
        const part = this.parts[age];
        if (part) {
          addProduct(sum, spectrum, part);
        }
      });
      addReal(answer, sum, index * BLOCK);
    }
    return answer;
  }
}

function blocksOf(signal: Signal): Signal[] {
  return Array.from({ length: Math.ceil(signal.length / BLOCK) }, (_, index) =>
    signal.subarray(index * BLOCK, (index + 1) * BLOCK),
  );
}

function spectrumOf(block: Signal): Spectrum {
  const padded = new Float64Array(2 * BLOCK);
  padded.set(block);
  const spectrum = new Float64Array(4 * BLOCK);
  transform.realTransform(spectrum, padded);
  return spectrum.slice(0, 2 * BLOCK + 2);
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

/** Adds the two blocks that a spectrum stands for to a signal. */
function addReal(target: Signal, spectrum: Float64Array, start: number): void {
  transform.completeSpectrum(spectrum);
  const blocks = new Float64Array(4 * BLOCK);
  transform.inverseTransform(blocks, spectrum);
  const end = Math.min(target.length, start + 2 * BLOCK);
  for (let index = start; index < end; index += 1) {
    target[index] = (target[index] ?? 0) + (blocks[2 * (index - start)] ?? 0);
  }
}
