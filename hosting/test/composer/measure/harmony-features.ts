/**
 * How well each tone fits into a key on C, as listeners said (Krumhansl and Kessler 1982, "Tracing the
 * dynamic changes in perceived tonal organization in a spatial representation of musical keys",
 * Psychological Review 89(4)).
 */
const MAJOR = [6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88];
const MINOR = [6.33, 2.68, 3.52, 5.38, 2.6, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17];

/** Tones are looked for between these, in Hz. */
const LOWEST = 60;
const HIGHEST = 2100;

/** How many of a frame's peaks are heard against each other. */
const PEAKS = 14;

/** Roughness changes slowly: it is worked out for every so many frames. */
const EVERY = 4;

/**
 * What the harmony is like: how major and how minor the best keys are, how clear the key, how strong each
 * tone above its tonic, how much changes from moment to moment, and how rough it is.
 *
 * @param width of a bin, in Hz
 */
export function harmonyFeatures(frames: readonly Float32Array[], width: number): number[] {
  const chromas = frames.map((frame) => chromaOf(frame, width));
  const total = Array.from({ length: 12 }, (_, tone) =>
    chromas.reduce((sum, chroma) => sum + (chroma[tone] ?? 0), 0),
  );
  const keys = (profile: readonly number[]) =>
    total.map((_, tonic) => correlation(total, (tone) => profile[(tone - tonic + 12) % 12] ?? 0));
  const [major, minor] = [keys(MAJOR), keys(MINOR)];
  const [bestMajor, bestMinor] = [Math.max(...major), Math.max(...minor)];
  const tonic = bestMajor > bestMinor ? major.indexOf(bestMajor) : minor.indexOf(bestMinor);
  const sum = total.reduce((all, share) => all + share, 1e-9);
  const rough = frames
    .filter((_, index) => index % EVERY === 0)
    .map((frame) => roughness(frame, width));
  const changes = chromas
    .slice(1)
    .map((chroma, index) => distance(chroma, chromas[index] ?? chroma));
  return [
    bestMajor,
    bestMinor,
    bestMajor - bestMinor,
    // The same around the tone that is heard most, which need not be that of the best key.
    ...[total.indexOf(Math.max(...total))].map((tone) => (major[tone] ?? 0) - (minor[tone] ?? 0)),
    ...total.map((_, tone) => (total[(tone + tonic) % 12] ?? 0) / sum),
    mean(changes),
    mean(rough),
    Math.sqrt(mean(rough.map((value) => (value - mean(rough)) ** 2))),
  ];
}

/** How strong each pitch class is: of the peaks of a spectrum, in equal temperament from 440 Hz. */
function chromaOf(frame: Float32Array, width: number): Float64Array {
  const chroma = new Float64Array(12);
  for (let bin = Math.round(LOWEST / width); bin < HIGHEST / width; bin += 1) {
    const magnitude = frame[bin] ?? 0;
    if (magnitude > (frame[bin - 1] ?? 0) && magnitude >= (frame[bin + 1] ?? 0)) {
      const pitch = Math.round(69 + 12 * Math.log2((placeOf(frame, bin) * width) / 440));
      const tone = ((pitch % 12) + 12) % 12;
      chroma[tone] = (chroma[tone] ?? 0) + magnitude;
    }
  }
  return chroma;
}

/** Where a peak is between bins, by the parabola through its three highest. */
function placeOf(frame: Float32Array, bin: number): number {
  const [before, here, after] = [bin - 1, bin, bin + 1].map((index) =>
    Math.log((frame[index] ?? 0) + 1e-9),
  );
  const bend = (before ?? 0) - 2 * (here ?? 0) + (after ?? 0);
  return bend < 0 ? bin + (0.5 * ((before ?? 0) - (after ?? 0))) / bend : bin;
}

/**
 * How much the partials of a moment beat against each other, as a share of the most they could (Plomp and
 * Levelt 1965; in the form of Sethares 1993, "Local consonance and the relationship between timbre and
 * scale", JASA 94(3)).
 */
function roughness(frame: Float32Array, width: number): number {
  const peaks: { hertz: number; magnitude: number }[] = [];
  for (let bin = Math.round(LOWEST / width); bin < 4000 / width; bin += 1) {
    const magnitude = frame[bin] ?? 0;
    if (magnitude > (frame[bin - 1] ?? 0) && magnitude >= (frame[bin + 1] ?? 0)) {
      peaks.push({ hertz: placeOf(frame, bin) * width, magnitude });
    }
  }
  const loudest = peaks.sort((one, other) => other.magnitude - one.magnitude).slice(0, PEAKS);
  let [rough, most] = [0, 1e-9];
  loudest.forEach((one, index) => {
    for (const other of loudest.slice(index + 1)) {
      const scale = 0.24 / (0.0207 * Math.min(one.hertz, other.hertz) + 18.96);
      const apart = scale * Math.abs(one.hertz - other.hertz);
      const strength = Math.min(one.magnitude, other.magnitude);
      rough += strength * 5 * (Math.exp(-3.51 * apart) - Math.exp(-5.75 * apart));
      most += strength;
    }
  });
  return rough / most;
}

function correlation(values: readonly number[], profile: (tone: number) => number): number {
  const others = values.map((_, tone) => profile(tone));
  const [meanValue, meanOther] = [mean(values), mean(others)];
  let [shared, square, otherSquare] = [0, 1e-9, 1e-9];
  values.forEach((value, tone) => {
    const [one, other] = [value - meanValue, (others[tone] ?? 0) - meanOther];
    shared += one * other;
    square += one * one;
    otherSquare += other * other;
  });
  return shared / Math.sqrt(square * otherSquare);
}

function distance(one: Float64Array, other: Float64Array): number {
  let [shared, square, otherSquare] = [0, 1e-9, 1e-9];
  one.forEach((value, tone) => {
    shared += value * (other[tone] ?? 0);
    square += value * value;
    otherSquare += (other[tone] ?? 0) ** 2;
  });
  return 1 - shared / Math.sqrt(square * otherSquare);
}

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
