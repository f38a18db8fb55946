/**
 * There is no connection, and this device does not remember what was asked for. What a listener asked
 * for comes by itself when the connection is back.
 */
export class NotRememberedError extends Error {
  /** As Firestore names what can be tried again later. */
  readonly code = 'unavailable';
}
