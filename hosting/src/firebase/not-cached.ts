import { connection } from '../shared/connection';

/**
 * What was asked for is not in this device's cache, and the server has not answered yet. What a listener
 * asked for comes by itself once there is a connection.
 */
export class NotCachedError extends Error {
  /** As Firestore names what can be tried again later. */
  readonly code = 'unavailable';
}

/** A server that can be reached has answered by then. */
const SERVER_TIMEOUT_MS = 8_000;

/**
 * Reports a listener's failure: at once, unless what is missing is likely to be on its way.
 *
 * @param report has to check for itself whether the answer has come meanwhile
 */
export function reportFailure(error: Error, report: () => void): void {
  if (error instanceof NotCachedError && connection.isOnline) {
    setTimeout(report, SERVER_TIMEOUT_MS);
  } else {
    report();
  }
}
