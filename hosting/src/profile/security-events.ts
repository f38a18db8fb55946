import type { Api } from '../firebase/api';
import { isMessageKey, text, type MessageKey } from '../messages/messages';

/** How many the server hands out at most. */
export const MOST_EVENTS = 100;

/** Something that happened with an account, as it is shown. */
export interface SecurityEvent {
  /** The sentence about it. */
  readonly happened: MessageKey;
  /** The way to sign in that it is about, as Firebase Authentication calls it; absent where it is about none. */
  readonly method: string | undefined;
  readonly at: Date;
}

interface Answer {
  readonly events: readonly { kind: string; method?: string; at: string }[];
}

/**
 * Asks what happened with the account of whoever is signed in, the newest first.
 *
 * @throws ApiError if that is refused, fails, or gets no answer
 */
export async function readSecurityEvents(api: Pick<Api, 'send'>): Promise<SecurityEvent[]> {
  const response = await api.send('GET', 'security-events');
  const { events } = (await response.json()) as Answer;
  return events.map(({ kind, method, at }) => ({
    happened: sentence(kind),
    method,
    at: new Date(at),
  }));
}

/** The server may be newer than this page, and know more. */
function sentence(kind: string): MessageKey {
  const key = `profile.trail.${kind}`;
  return isMessageKey(key) ? key : 'profile.trail.unknown';
}

/** A way to sign in, in the page's language; one that has no name here is called as Firebase Authentication calls it. */
export function nameOf(method: string): string {
  switch (method) {
    case 'password':
      return text('profile.trail.method.password');
    case 'google.com':
      return text('profile.trail.method.google');
    default:
      return method;
  }
}
