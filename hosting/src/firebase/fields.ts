/** The fields of a document, each of which may be of any type. */
export type Fields = Readonly<Record<string, unknown>>;

/** Returns what may be an object's fields; none if it is no object. */
export function asFields(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

/** Reads a time of Firestore's; nothing if it is none, such as before the server has given it. */
export function asDate(value: unknown): Date | undefined {
  const { toDate } = asFields(value);
  return typeof toDate === 'function' ? (value as { toDate: () => Date }).toDate() : undefined;
}
