/** The share of values that is at most this, by rank; of an empty list it is NaN. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.ceil((percent / 100) * sorted.length) - 1] ?? NaN;
}

/** Prints how long something took, in milliseconds. */
export function tell(what: string, values: readonly number[]): void {
  const [p50, p95, most] = [50, 95, 100].map((percent) => Math.round(percentile(values, percent)));
  console.log(`${what}: ${values.length} times, p50 ${p50}, p95 ${p95}, at most ${most} ms`);
}
