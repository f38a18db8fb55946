import { SAMPLE_RATE, type Signal } from './signal';

/**
 * Lets pass what lies below a frequency, and less and less above it: 12 dB an octave. In place.
 *
 * A second-order section with the coefficients of the Web Audio API's BiquadFilterNode (W3C Web Audio
 * API 1.0, section 1.13), which are those of Bristow-Johnson's cookbook.
 *
 * @param resonance how much of the frequency itself passes, in dB
 */
export function steepLowPass(signal: Signal, hertz: number, resonance: number): Signal {
  const angle = (2 * Math.PI * Math.min(hertz, 0.49 * SAMPLE_RATE)) / SAMPLE_RATE;
  const width = Math.sin(angle) / (2 * 10 ** (resonance / 20));
  const scale = 1 + width;
  const share = (1 - Math.cos(angle)) / (2 * scale);
  const back = (-2 * Math.cos(angle)) / scale;
  const backTwice = (1 - width) / scale;
  let [input, inputBefore, output, outputBefore] = [0, 0, 0, 0];
  for (let index = 0; index < signal.length; index += 1) {
    const sample = signal[index] ?? 0;
    const passed =
      share * (sample + 2 * input + inputBefore) - back * output - backTwice * outputBefore;
    inputBefore = input;
    input = sample;
    outputBefore = output;
    output = passed;
    signal[index] = passed;
  }
  return signal;
}

/**
 * Returns what comes back of a signal, again and again, without the signal itself.
 *
 * @param seconds after which it comes back
 * @param share of it that comes back once more
 */
export function echoes(source: Signal, seconds: number, share: number): Signal {
  const way = seconds * SAMPLE_RATE;
  const whole = Math.ceil(way);
  const between = whole - way;
  const sent: Signal = source.slice();
  const returned: Signal = new Float32Array(source.length);
  for (let index = whole; index < source.length; index += 1) {
    // Between two samples a straight line.
    const before = sent[index - whole] ?? 0;
    const after = sent[index - whole + 1] ?? 0;
    const sample = before + between * (after - before);
    returned[index] = sample;
    sent[index] = (sent[index] ?? 0) + share * sample;
  }
  return returned;
}
