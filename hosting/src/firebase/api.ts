import type { MessageKey } from '../messages/messages';
import { connection } from '../shared/connection';
import type { AppToken } from './app-check';
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

/** What a function answers that asks for App Check, and gets no token, or one that is not good. */
const APP_CHECK_FAILED = 'app_check_failed';

interface Call {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Below `/api/v1/`. */
  readonly path: string;
  readonly signal?: AbortSignal;
}

/** Asks Moodify's functions for what the stores cannot do; they answer at this page's own origin. */
export class Api {
  /**
   * @param idToken returns the token of whoever is signed in
   * @param appToken returns the page's own, where it is configured for App Check
   */
  constructor(
    private readonly idToken: () => Promise<string>,
    private readonly appToken?: AppToken,
  ) {}

  /** Asks in somebody else's name, by their ID token. */
  as(idToken: string): Api {
    return new Api(() => Promise.resolve(idToken), this.appToken);
  }

  /**
   * Sends a request.
   *
   * @param path below `/api/v1/`
   * @throws ApiError if it is refused, fails, or gets no answer
   */
  async send(method: Call['method'], path: string, signal?: AbortSignal): Promise<Response> {
    const call = { method, path, ...(signal && { signal }) };
    try {
      return await this.request(call, false);
    } catch (error) {
      if (!this.appToken || !(error instanceof ApiError) || error.code !== APP_CHECK_FAILED) {
        throw error;
      }
      // A token that was kept may be of before the keys changed. Nothing was done with the request.
      return this.request(call, true);
    }
  }

  private async request(
    { method, path, signal }: Call,
    isAppTokenRefused: boolean,
  ): Promise<Response> {
    const appToken = await this.appToken?.(isAppTokenRefused);
    const headers = {
      authorization: `Bearer ${await this.idToken()}`,
      ...(appToken !== undefined && { 'X-Firebase-AppCheck': appToken }),
    };
    let response: Response;
    try {
      response = await fetch(`/api/v1/${path}`, { method, headers, ...(signal && { signal }) });
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
export function apiOf({ auth, appToken }: Project): Api {
  return new Api(async () => {
    if (!auth.currentUser) {
      throw new ApiError(401, undefined, undefined);
    }
    return auth.currentUser.getIdToken();
  }, appToken);
}

/** Returns the message for a person when a request was refused or failed. */
export function apiTrouble(error: unknown): MessageKey {
  const { status, code } = error instanceof ApiError ? error : {};
  if (code === APP_CHECK_FAILED) {
    return 'trouble.app-check';
  }
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
