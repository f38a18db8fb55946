import type { MessageKey } from '../messages/messages';
import { connection } from '../shared/connection';

/** Returns the code of a Firebase error, such as `auth/weak-password`, or nothing. */
export function codeOf(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null | undefined)?.code;
  return typeof code === 'string' ? code : undefined;
}

/** Returns the message for a person when reading or writing their data failed. */
export function troubleMessage(error: unknown): MessageKey {
  switch (codeOf(error)) {
    case 'permission-denied':
    case 'storage/unauthorized':
      return 'trouble.denied';
    case 'moodify/rate-limited':
      return 'trouble.too-many';
    case 'storage/unauthorized-app':
      return 'trouble.app-check';
    case 'unauthenticated':
    case 'storage/unauthenticated':
      return 'trouble.session';
    case 'unavailable':
    case 'storage/retry-limit-exceeded':
      return connection.isOnline ? 'trouble.network' : 'trouble.offline';
    default:
      return 'trouble.unknown';
  }
}
