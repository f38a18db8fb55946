import { SAMPLE_RATE, type Signal } from './signal';

/** The coefficients of a second-order section; that of the present output is 1. */
interface Section {
  readonly forward: readonly [number, number, number];
  readonly back: readonly [number, number];
}

// ITU-R BS.1770-5 tabulates the two filters for 48 kHz only. Their analogue parameters, for any rate, are
// those of Brecht De Man (2018, "Evaluation of implementations of the EBU R128 loudness measurement",
// AES 145th Convention).
const HEAD = { hertz: 1681.974450955533, gain: 3.999843853973347, quality: 0.7071752369554196 };
const LOW_CUT = { hertz: 38.13547087602444, quality: 0.5003270373238773 };

/** Far below anything heard; without it, processors take very long over numbers next to 0. */
const TINY = 1e-20;

const SECTIONS = [headShelf(), lowCut()];

/**
 * Weights a signal as hearing does, by the K-weighting of ITU-R BS.1770: highs above 2 kHz count 4 dB
 * more, what lies below 60 Hz counts less. Returns a new signal.
 */
export function kWeighted(signal: Signal): Signal {
  let weighted = signal;
  for (const section of SECTIONS) {
    weighted = filtered(weighted, section);
  }
  return weighted;
}

function filtered(source: Signal, { forward, back }: Section): Signal {
  const [now, before, twice] = forward;
  const [backBefore, backTwice] = back;
  const result: Signal = new Float32Array(source.length);
  let [input, inputBefore, output, outputBefore] = [0, 0, 0, 0];
  for (let index = 0; index < source.length; index += 1) {
    const sample = (source[index] ?? 0) + TINY;
    const passed =
      now * sample +
      before * input +
      twice * inputBefore -
      backBefore * output -
      backTwice * outputBefore;
    inputBefore = input;
    input = sample;
    outputBefore = output;
    output = passed;
    result[index] = passed;
  }
  return result;
}

/** The head of a listener, as a sphere. */
function headShelf(): Section {
  const k = Math.tan((Math.PI * HEAD.hertz) / SAMPLE_RATE);
  const high = 10 ** (HEAD.gain / 20);
  const band = high ** 0.4996667741545416;
  const scale = 1 + k / HEAD.quality + k * k;
  return {
    forward: [
      (high + (band * k) / HEAD.quality + k * k) / scale,
      (2 * (k * k - high)) / scale,
      (high - (band * k) / HEAD.quality + k * k) / scale,
    ],
    back: [(2 * (k * k - 1)) / scale, (1 - k / HEAD.quality + k * k) / scale],
  };
}

function lowCut(): Section {
  const k = Math.tan((Math.PI * LOW_CUT.hertz) / SAMPLE_RATE);
  const scale = 1 + k / LOW_CUT.quality + k * k;
  return {
    forward: [1, -2, 1],
    back: [(2 * (k * k - 1)) / scale, (1 - k / LOW_CUT.quality + k * k) / scale],
  };
}
