import { compose } from '../../../src/composer/notes/compose';
import { Random } from '../../../src/composer/notes/random';
import type { Recipe } from '../../../src/composer/notes/recipe';
import { isDrum, type Score } from '../../../src/composer/notes/score';
import { Renderer } from '../../../src/composer/renderer/renderer';
import type { Recording } from '../../../src/composer/sound/signal';
import { featuresOf } from './features';
import { integratedLoudness, loudnessRange, truePeak } from './loudness';
import { explainedVariance, trainReadOut } from './read-out';
import { wholePiece } from './whole-piece';

/** How much of the variance of a piece's recipe can be heard. */
export interface Heard {
  readonly valence: number;
  readonly arousal: number;
}

/** What is measured of a piece that was rendered whole. */
export interface Measured {
  /** In LUFS. */
  readonly loudness: number;
  /** In LU. */
  readonly range: number;
  /** In dBTP. */
  readonly truePeak: number;
  /** Between left and right, over all samples. */
  readonly correlation: number;
  /** Of the processor, for each second of music. */
  readonly milliseconds: number;
}

/** Where an excerpt begins, as a share of the piece. */
const EXCERPT_FROM = 0.3;

/** Draws recipes from all over the plane, valence and arousal independently. */
export function drawRecipes(count: number, name: string): Recipe[] {
  const random = new Random(name);
  return Array.from({ length: count }, () => ({
    seed: Math.floor(random.between(1, 1_000_000)),
    valence: random.between(-1, 1),
    arousal: random.between(-1, 1),
  }));
}

/**
 * Has the recipes of pieces predicted from their audio features, by linear read-outs that were trained on
 * other pieces (cross-validation).
 *
 * @param seconds how much of each piece is heard
 * @param folds in how many parts the pieces are parted, of which each is predicted from all others: at 2,
 *   each half is predicted from the other
 * @param onPiece called after each
 */
export function hearRecipes(
  recipes: readonly Recipe[],
  seconds: number,
  folds: number,
  onPiece: () => void = () => undefined,
): Heard {
  const features = recipes.map((recipe) => {
    const heard = featuresOf(excerpt(compose(recipe), seconds));
    onPiece();
    return heard;
  });
  const explained = (value: (recipe: Recipe) => number) => {
    const values = recipes.map(value);
    const readOuts = Array.from({ length: folds }, (_, fold) => {
      const others = <Item>(items: readonly Item[]) =>
        items.filter((_item, index) => index % folds !== fold);
      return trainReadOut(others(features), others(values));
    });
    const predicted = features.map((row, index) => readOuts[index % folds]?.predict(row) ?? NaN);
    return explainedVariance(values, predicted);
  };
  return {
    valence: explained(({ valence }) => valence),
    arousal: explained(({ arousal }) => arousal),
  };
}

/** Renders a part of a piece as it is within the whole. */
export function excerpt(score: Score, seconds: number): Recording {
  const start = Math.floor(EXCERPT_FROM * score.seconds);
  const recording = new Renderer(score, [{ start, length: seconds }]).next();
  if (!recording) {
    throw new Error('The piece has no such part');
  }
  return recording;
}

/** Measures a whole piece. */
export function measure(score: Score): Measured {
  const start = process.cpuUsage();
  const recording = wholePiece(score);
  const { user, system } = process.cpuUsage(start);
  return {
    loudness: integratedLoudness(recording),
    range: loudnessRange(recording),
    truePeak: truePeak(recording),
    correlation: sideCorrelation(recording),
    milliseconds: (user + system) / 1000 / score.seconds,
  };
}

/** How many bars of a piece have drums that no bar before had: which drums, and when. */
export function distinctDrumBars({ notes }: Score): number {
  const bars = new Map<number, Set<string>>();
  for (const { voice, beat } of notes.filter(({ voice }) => isDrum(voice))) {
    // To the nearest sixteenth, so that swing and human lateness do not count.
    const sixteenth = Math.round(4 * beat - 0.2);
    const bar = Math.floor(sixteenth / 16);
    const strokes = bars.get(bar) ?? new Set();
    bars.set(bar, strokes.add(`${voice} ${sixteenth % 16}`));
  }
  return new Set([...bars.values()].map((strokes) => [...strokes].sort().join())).size;
}

function sideCorrelation({ left, right }: Recording): number {
  let [shared, square, otherSquare] = [0, 0, 0];
  for (let index = 0; index < left.length; index += 1) {
    const [one, other] = [left[index] ?? 0, right[index] ?? 0];
    shared += one * other;
    square += one * one;
    otherSquare += other * other;
  }
  return shared / Math.sqrt(square * otherSquare);
}
