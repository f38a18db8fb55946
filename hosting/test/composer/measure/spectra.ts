import FFT from 'fft.js';

/** The rate at which music is analyzed, as by librosa's default; half of the composer's. */
export const ANALYSIS_RATE = 22_050;

/** The size of a half-band filter that leaves only what half the rate can carry. */
const HALF_BAND = 31;

const halfBand = Array.from({ length: HALF_BAND }, (_, tap) => {
  const distance = tap - (HALF_BAND - 1) / 2;
  const window = 0.54 + 0.46 * Math.cos((2 * Math.PI * distance) / HALF_BAND);
  return (
    (distance === 0 ? 0.5 : Math.sin((Math.PI * distance) / 2) / (Math.PI * distance)) * window
  );
});

/** Mixes two sides down to one, at half the rate. */
export function toAnalysisRate(left: Float32Array, right: Float32Array): Float32Array {
  const mono = left.map((sample, index) => (sample + (right[index] ?? 0)) / 2);
  const halved = new Float32Array(Math.floor(mono.length / 2));
  const middle = (HALF_BAND - 1) / 2;
  for (let index = 0; index < halved.length; index += 1) {
    let sum = 0;
    for (let tap = 0; tap < HALF_BAND; tap += 1) {
      sum += (halfBand[tap] ?? 0) * (mono[2 * index + tap - middle] ?? 0);
    }
    halved[index] = sum;
  }
  return halved;
}

/**
 * The magnitudes of overlapping frames under a Hann window.
 *
 * @param size of a frame, in samples: a power of two
 * @param step from one frame to the next
 */
export function spectra(signal: Float32Array, size: number, step: number): Float32Array[] {
  const transform = new FFT(size);
  const window = Array.from(
    { length: size },
    (_, index) => 0.5 - 0.5 * Math.cos((2 * Math.PI * index) / size),
  );
  const input = new Float64Array(size);
  const output = new Float64Array(2 * size);
  const frames: Float32Array[] = [];
  for (let start = 0; start + size <= signal.length; start += step) {
    for (let index = 0; index < size; index += 1) {
      input[index] = (signal[start + index] ?? 0) * (window[index] ?? 0);
    }
    transform.realTransform(output, input);
    const magnitudes = new Float32Array(size / 2 + 1);
    for (let bin = 0; bin < magnitudes.length; bin += 1) {
      magnitudes[bin] = Math.hypot(output[2 * bin] ?? 0, output[2 * bin + 1] ?? 0);
    }
    frames.push(magnitudes);
  }
  return frames;
}
