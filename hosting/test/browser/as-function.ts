import { stack } from '../stack';

const DOCUMENTS = `http://${stack.host}:${stack.firestore}/v1/projects/${stack.projectId}/databases/(default)/documents`;

/**
 * Writes fields into a document as a function would, past the rules: the emulator takes this bearer
 * for the owner of the project. For states that no photo brings about at will.
 */
export async function writeAsFunction(path: string, fields: Fields): Promise<void> {
  const mask = Object.keys(fields).map((name) => `updateMask.fieldPaths=${name}`);
  const answer = await fetch(`${DOCUMENTS}/${path}?${mask.join('&')}`, {
    method: 'PATCH',
    headers: { authorization: 'Bearer owner', 'content-type': 'application/json' },
    body: JSON.stringify({ fields: valueOf(fields).mapValue.fields }),
  });
  if (!answer.ok) {
    throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  }
}

/** The same for many documents, each in whole. */
export async function writeAllAsFunction(documents: ReadonlyMap<string, Fields>): Promise<void> {
  const all = [...documents];
  for (let from = 0; from < all.length; from += BATCH) {
    const writes = all.slice(from, from + BATCH).map(([path, fields]) => ({
      update: {
        name: `${DOCUMENTS.slice(DOCUMENTS.indexOf('projects/'))}/${path}`,
        fields: valueOf(fields).mapValue.fields,
      },
    }));
    const answer = await fetch(`${DOCUMENTS}:commit`, {
      method: 'POST',
      headers: { authorization: 'Bearer owner', 'content-type': 'application/json' },
      body: JSON.stringify({ writes }),
    });
    if (!answer.ok) {
      throw new Error(`${answer.status} ${await answer.text()}`);
    }
  }
}

/** Returns the names of the documents in a collection, past the rules. */
export async function documentsIn(path: string): Promise<string[]> {
  const answer = await fetch(`${DOCUMENTS}/${path}?mask.fieldPaths=status`, {
    headers: { authorization: 'Bearer owner' },
  });
  const { documents = [] } = (await answer.json()) as { documents?: { name: string }[] };
  return documents.map(({ name }) => name.slice(name.lastIndexOf('/') + 1));
}

/** Firestore allows 500 writes in a commit. */
const BATCH = 500;

/** A `bigint` becomes an integer; a number is written as a double even if it is whole. */
export type Field =
  string | number | bigint | boolean | null | Date | Field[] | { [name: string]: Field };
export type Fields = Record<string, Field>;

/** Firestore's JSON, which names the type of every value. */
function valueOf(fields: Fields) {
  const entries = Object.entries(fields).map(([name, field]) => [name, typed(field)]);
  return { mapValue: { fields: Object.fromEntries(entries) as object } };
}

function typed(field: Field): object {
  if (field === null) {
    return { nullValue: field };
  }
  if (typeof field === 'string') {
    return { stringValue: field };
  }
  if (typeof field === 'bigint') {
    return { integerValue: String(field) };
  }
  if (typeof field === 'number') {
    return { doubleValue: field };
  }
  if (typeof field === 'boolean') {
    return { booleanValue: field };
  }
  if (field instanceof Date) {
    return { timestampValue: field.toISOString() };
  }
  return Array.isArray(field) ? { arrayValue: { values: field.map(typed) } } : valueOf(field);
}
