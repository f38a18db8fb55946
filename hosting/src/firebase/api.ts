import type { MessageKey } from '../messages/messages';
import { connection } from '../shared/connection';
import type { Project } from './project';

/** What the functions under `/api/v1` answer when they refuse or fail (RFC 9457). */
export class ApiError extends Error {
  /**
   * @param status the HTTP status; 0 if there was no answer at all
   * @param code for programs, such as `reauthentication_required`
   * @param requestId names the request in the logs
   */
  constructor(
    readonly status: number,
    readonly code: string | undefined,
    readonly requestId: string | undefined,
    cause?: unknown,
  ) {
    super(`The request ${requestId ?? ''} was answered ${status} ${code ?? ''}`, { cause });
    this.name = 'ApiError';
  }
}

/** Asks Moodify's functions for what the stores cannot do; they answer at this page's own origin. */
export class Api {
  /** @param idToken returns the token of whoever is signed in */
  constructor(private readonly idToken: () => Promise<string>) {}

  /**
   * Sends a request.
   *
   * @param path below `/api/v1/`
   * @throws ApiError if it is refused, fails, or gets no answer
   */
  async send(
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    signal?: AbortSignal,
  ): Promise<Response> {
    const authorization = `Bearer ${await this.idToken()}`;
    let response: Response;
    try {
      response = await fetch(`/api/v1/${path}`, {
        method,
        headers: { authorization },
        ...(signal && { signal }),
      });
    } catch (error) {
      void connection.check();
      throw new ApiError(0, undefined, undefined, error);
    }
    if (!response.ok) {
      const requestId = response.headers.get('x-request-id') ?? undefined;
      throw new ApiError(response.status, await codeOf(response), requestId);
    }
    return response;
  }
}

/** Asks in the name of whoever is signed in to the project. */
export function apiOf({ auth }: Project): Api {
  return new Api(async () => {
    if (!auth.currentUser) {
      throw new ApiError(401, undefined, undefined);
    }
    return auth.currentUser.getIdToken();
  });
}

/** Returns the message for a person when a request was refused or failed. */
export function apiTrouble(error: unknown): MessageKey {
  const status = error instanceof ApiError ? error.status : undefined;
  switch (status) {
    case 0:
      return connection.isOnline ? 'trouble.network' : 'trouble.offline';
    case 401:
      return 'trouble.session';
    case 403:
      return 'trouble.denied';
    case 429:
      return 'trouble.too-many';
    default:
      return 'trouble.unknown';
  }
}

async function codeOf(response: Response): Promise<string | undefined> {
  try {
    const { code } = (await response.json()) as { code?: unknown };
    return typeof code === 'string' ? code : undefined;
  } catch {
    // Something on the way answered in the function's stead.
    return undefined;
  }
}
