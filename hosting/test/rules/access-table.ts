/** Who asks: the person whose data it is, another person, or someone who is not signed in. */
export type Asker = 'owner' | 'other' | 'unauthenticated';

/** One cell of an access table: may this asker do this to what lies at this path? */
export interface Access<Operation extends string> {
  readonly path: string;
  readonly asker: Asker;
  readonly operation: Operation;
  readonly allowed: boolean;
}

/**
 * Reads a table whose head is `path | asker | <operations>` and whose cells are `yes` or `no`.
 *
 * @throws Error if a cell holds anything else, so that a slip of the pen is no passing test
 */
export function readAccessTable<Operation extends string>(text: string): Access<Operation>[] {
  const [head, ...rows] = text
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const operations = (head ?? []).slice(2) as Operation[];
  return rows.flatMap(([path = '', asker = '', ...cells]) =>
    operations.map((operation, column) => {
      const cell = cells[column];
      if (cell !== 'yes' && cell !== 'no') {
        throw new Error(`${path}, ${asker}, ${operation}: expected yes or no, found ${cell}`);
      }
      return { path, asker: asker as Asker, operation, allowed: cell === 'yes' };
    }),
  );
}
