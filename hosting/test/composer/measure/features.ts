import type { Recording } from '../../../src/composer/sound/signal';
import { harmonyFeatures } from './harmony-features';
import { ANALYSIS_RATE, spectra, toAnalysisRate } from './spectra';

/** Of a frame of the spectrum; long enough to tell the semitones of a bass. */
const FRAME = 4096;
const HOP = 2048;

/** Of a frame in which beginnings of notes are looked for. */
const ONSET_FRAME = 1024;
const ONSET_HOP = 512;

const COEFFICIENTS = 13;
const MEL_BANDS = 40;

/** The lowest edges of the bands of spectral contrast, in Hz; each is an octave. */
const CONTRAST_FROM = [0, 200, 400, 800, 1600, 3200, 6400];

/**
 * Describes music by what programs such as librosa measure in it (McFee et al. 2015, "librosa: audio and
 * music signal analysis in Python", SciPy): key and mode by chroma (Krumhansl and Kessler), roughness,
 * tempo, onsets, spectral centroid, bandwidth, roll-off, flatness and contrast, mel-frequency cepstral
 * coefficients, zero crossings and loudness; of what changes from frame to frame, the mean and the
 * standard deviation.
 */
export function featuresOf({ left, right }: Recording): number[] {
  const signal = toAnalysisRate(left, right);
  const frames = spectra(signal, FRAME, HOP);
  return [
    ...summary(frames.map(shapeOf)),
    ...summary(frames.map(contrastOf)),
    ...summary(frames.map(cepstrumOf)),
    ...summary(loudnessAndCrossings(signal)),
    ...harmonyFeatures(frames, ANALYSIS_RATE / FRAME),
    ...rhythmFeatures(signal),
  ];
}

/** The mean of every column, and its standard deviation. */
function summary(rows: readonly (readonly number[])[]): number[] {
  return (rows[0] ?? []).flatMap((_, column) => {
    const values = rows.map((row) => row[column] ?? 0);
    const mean = meanOf(values);
    return [mean, Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2)))];
  });
}

/** Centroid, bandwidth and roll-off in octaves, flatness in dB: as they are heard. */
function shapeOf(magnitudes: Float32Array): number[] {
  let [sum, weighted, power, logs] = [1e-9, 0, 1e-9, 0];
  for (let bin = 1; bin < magnitudes.length; bin += 1) {
    const magnitude = magnitudes[bin] ?? 0;
    sum += magnitude;
    weighted += magnitude * bin;
    power += magnitude ** 2;
    logs += Math.log(magnitude ** 2 + 1e-10);
  }
  const centroid = weighted / sum;
  let [spread, reached, rolloff] = [0, 0, 0];
  for (let bin = 1; bin < magnitudes.length; bin += 1) {
    const magnitude = magnitudes[bin] ?? 0;
    spread += magnitude * (bin - centroid) ** 2;
    reached += magnitude;
    rolloff = reached < 0.85 * sum ? bin : rolloff;
  }
  const count = magnitudes.length - 1;
  const flatness = logs / count - Math.log(power / count);
  return [
    Math.log2(centroid + 1),
    Math.log2(Math.sqrt(spread / sum) + 1),
    Math.log2(rolloff + 1),
    flatness,
  ];
}

/** How far peaks stand out of valleys in each band (Jiang et al. 2002, ICME). */
function contrastOf(magnitudes: Float32Array): number[] {
  return CONTRAST_FROM.map((from, band) => {
    const to = CONTRAST_FROM[band + 1] ?? ANALYSIS_RATE / 2;
    const sorted = magnitudes.slice(binAt(from), binAt(to)).sort();
    const share = Math.max(1, Math.round(0.1 * sorted.length));
    const valley = meanOf([...sorted.subarray(0, share)]);
    const peak = meanOf([...sorted.subarray(-share)]);
    return Math.log(peak + 1e-6) - Math.log(valley + 1e-6);
  });
}

const mel = (hertz: number) => 2595 * Math.log10(1 + hertz / 700);
const melEdges = Array.from({ length: MEL_BANDS + 2 }, (_, edge) => {
  const height = (edge * mel(ANALYSIS_RATE / 2)) / (MEL_BANDS + 1);
  return (700 * (10 ** (height / 2595) - 1) * FRAME) / ANALYSIS_RATE;
});

/** Mel-frequency cepstral coefficients (Davis and Mermelstein 1980), without the one of loudness. */
function cepstrumOf(magnitudes: Float32Array): number[] {
  const bands = Array.from({ length: MEL_BANDS }, (_, band) => {
    const [low = 0, middle = 0, high = 0] = melEdges.slice(band, band + 3);
    let energy = 0;
    for (let bin = Math.ceil(low); bin < high; bin += 1) {
      const share = bin < middle ? (bin - low) / (middle - low) : (high - bin) / (high - middle);
      energy += share * (magnitudes[bin] ?? 0) ** 2;
    }
    return 10 * Math.log10(energy + 1e-6);
  });
  return Array.from({ length: COEFFICIENTS - 1 }, (_, index) =>
    bands.reduce(
      (sum, level, band) =>
        sum + level * Math.cos((Math.PI * (index + 1) * (band + 0.5)) / MEL_BANDS),
      0,
    ),
  );
}

function loudnessAndCrossings(signal: Float32Array): number[][] {
  const rows: number[][] = [];
  for (let start = 0; start + HOP <= signal.length; start += HOP) {
    let [energy, crossings] = [0, 0];
    for (let index = start + 1; index < start + HOP; index += 1) {
      const sample = signal[index] ?? 0;
      energy += sample ** 2;
      crossings += sample * (signal[index - 1] ?? 0) < 0 ? 1 : 0;
    }
    rows.push([10 * Math.log10(energy / HOP + 1e-9), Math.log2(crossings + 1)]);
  }
  return rows;
}

/** Notes a second, how strongly they begin, the tempo, and how clear its pulse is. */
function rhythmFeatures(signal: Float32Array): number[] {
  const flux = spectralFlux(signal);
  const rate = ANALYSIS_RATE / ONSET_HOP;
  const mean = meanOf(flux);
  const deviation = Math.sqrt(meanOf(flux.map((value) => (value - mean) ** 2)));
  const onsets = flux.filter(
    (value, index) =>
      value > mean + 0.5 * deviation &&
      value > (flux[index - 1] ?? 0) &&
      value >= (flux[index + 1] ?? 0),
  );
  const centred = flux.map((value) => value - mean);
  let best = { lag: 1, strength: -Infinity };
  // From 40 to 240 beats a minute, near 120 rather than far from it, as librosa does.
  for (let lag = Math.round(rate / 4); lag <= (rate * 60) / 40; lag += 1) {
    const octaves = Math.log2((60 * rate) / lag / 120);
    const strength = autocorrelation(centred, lag) * Math.exp(-0.5 * octaves ** 2);
    best = strength > best.strength ? { lag, strength } : best;
  }
  return [
    (onsets.length * rate) / flux.length,
    mean,
    deviation,
    meanOf(onsets.length > 0 ? onsets : [0]),
    Math.log2((60 * rate) / best.lag),
    best.strength,
  ];
}

function spectralFlux(signal: Float32Array): number[] {
  const frames = spectra(signal, ONSET_FRAME, ONSET_HOP).map((frame) =>
    frame.map((magnitude) => Math.log(1 + 10 * magnitude)),
  );
  return frames.map((frame, index) => {
    const before = frames[index - 1] ?? frame;
    return (
      frame.reduce((sum, level, bin) => sum + Math.max(0, level - (before[bin] ?? 0)), 0) /
      frame.length
    );
  });
}

/** As a share of the signal's energy. */
function autocorrelation(values: readonly number[], lag: number): number {
  let [sum, energy] = [0, 1e-9];
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? 0;
    sum += value * (values[index + lag] ?? 0);
    energy += value ** 2;
  }
  return sum / energy;
}

const binAt = (hertz: number) => Math.round((hertz * FRAME) / ANALYSIS_RATE);

const meanOf = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
