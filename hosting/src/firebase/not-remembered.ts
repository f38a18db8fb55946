/**
 * This device does not remember what was asked for, and the server has not answered yet. What a
 * listener asked for comes by itself when the connection is there.
 */
export class NotRememberedError extends Error {
  /** As Firestore names what can be tried again later. */
  readonly code = 'unavailable';
}

/** A server that can be reached has answered by then. */
const PATIENCE_MS = 8_000;

/**
 * Tells of a listener's failure: at once, unless what is missing is likely to be on its way.
 *
 * @param tell told of the failure; has to see for itself whether the answer has come meanwhile
 */
export function tellFailure(error: Error, tell: () => void): void {
  if (error instanceof NotRememberedError && navigator.onLine) {
    setTimeout(tell, PATIENCE_MS);
  } else {
    tell();
  }
}
