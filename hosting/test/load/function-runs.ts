import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stack } from '../stack';

const FUNCTIONS = ['analyze', 'api', 'detect', 'insights', 'recommend', 'upkeep'];

/** How often each function has run since the stack was started, by the lines that it logs at the end. */
export function functionRuns(): Record<string, number> {
  return Object.fromEntries(
    FUNCTIONS.map((name) => [
      name,
      readFileSync(join(stack.logs, `${name}.log`), 'utf8').split(' Finished: ').length - 1,
    ]),
  );
}

/** How many runs there were in between, of all functions together. */
export function runsSince(before: Record<string, number>): number {
  return Object.entries(functionRuns()).reduce(
    (sum, [name, runs]) => sum + runs - (before[name] ?? 0),
    0,
  );
}
