/** A ridge regression: a weighted sum of standardized features. */
export interface ReadOut {
  /** Predicts the value of a piece from its features. */
  readonly predict: (features: readonly number[]) => number;
}

/** How strongly large weights are held down; the best of them by leaving one piece out. */
const PENALTIES = [1, 3, 10, 30, 100, 300, 1000];

/**
 * Trains a linear read-out (Hoerl and Kennard 1970, "Ridge regression", Technometrics 12(1)). The
 * penalty is chosen by leave-one-out cross-validation within the training pieces, in closed form from
 * the hat matrix (Golub, Heath and Wahba 1979, Technometrics 21(2)).
 *
 * @param rows the features of each piece, as many for each
 * @param values what each piece is to be read as
 */
export function trainReadOut(
  rows: readonly (readonly number[])[],
  values: readonly number[],
): ReadOut {
  const scales = (rows[0] ?? []).map((_, column) => scaleOf(rows.map((row) => row[column] ?? 0)));
  const standardized = (features: readonly number[]) =>
    scales.map(({ mean, deviation }, column) => ((features[column] ?? 0) - mean) / deviation);
  const inputs = rows.map(standardized);
  const { mean } = scaleOf(values);
  const targets = values.map((value) => value - mean);
  const weights = bestWeights(inputs, targets);
  return { predict: (features) => mean + dot(standardized(features), weights) };
}

/**
 * How much of the values' variance predictions explain: 1 if they are the values, 0 or less if they are
 * no better than the values' mean.
 */
export function explainedVariance(values: readonly number[], predicted: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const total = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const left = values.reduce(
    (sum, value, index) => sum + (value - (predicted[index] ?? 0)) ** 2,
    0,
  );
  return 1 - left / total;
}

function bestWeights(inputs: readonly number[][], targets: readonly number[]): number[] {
  const size = inputs[0]?.length ?? 0;
  const gram = Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column) =>
      inputs.reduce((sum, input) => sum + (input[row] ?? 0) * (input[column] ?? 0), 0),
    ),
  );
  const moments = Array.from({ length: size }, (_, row) =>
    inputs.reduce((sum, input, index) => sum + (input[row] ?? 0) * (targets[index] ?? 0), 0),
  );
  let best = { error: Infinity, weights: [] as number[] };
  for (const penalty of PENALTIES) {
    const solve = solver(
      gram.map((row, index) => row.map((cell, column) => cell + (column === index ? penalty : 0))),
    );
    const weights = solve(moments);
    const error = inputs.reduce((sum, input, index) => {
      const leverage = 1 / inputs.length + dot(input, solve(input));
      const residual = (targets[index] ?? 0) - dot(input, weights);
      return sum + (residual / Math.max(1e-6, 1 - leverage)) ** 2;
    }, 0);
    best = error < best.error ? { error, weights } : best;
  }
  return best.weights;
}

/** Prepares to solve a symmetric positive definite system, by Cholesky's decomposition. */
function solver(matrix: readonly (readonly number[])[]): (right: readonly number[]) => number[] {
  const size = matrix.length;
  const lower = matrix.map(() => new Float64Array(size));
  const at = (row: number, column: number) => lower[row]?.[column] ?? 0;
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let sum = matrix[row]?.[column] ?? 0;
      for (let before = 0; before < column; before += 1) {
        sum -= at(row, before) * at(column, before);
      }
      const target = lower[row];
      if (target) {
        target[column] = row === column ? Math.sqrt(sum) : sum / at(column, column);
      }
    }
  }
  return (right) => {
    const solution = [...right];
    for (let row = 0; row < size; row += 1) {
      let sum = solution[row] ?? 0;
      for (let column = 0; column < row; column += 1) {
        sum -= at(row, column) * (solution[column] ?? 0);
      }
      solution[row] = sum / at(row, row);
    }
    for (let row = size - 1; row >= 0; row -= 1) {
      let sum = solution[row] ?? 0;
      for (let column = row + 1; column < size; column += 1) {
        sum -= at(column, row) * (solution[column] ?? 0);
      }
      solution[row] = sum / at(row, row);
    }
    return solution;
  };
}

function scaleOf(values: readonly number[]): { readonly mean: number; readonly deviation: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, deviation: Math.sqrt(variance) || 1 };
}

function dot(one: readonly number[], other: readonly number[]): number {
  let sum = 0;
  for (let index = 0; index < one.length; index += 1) {
    sum += (one[index] ?? 0) * (other[index] ?? 0);
  }
  return sum;
}
