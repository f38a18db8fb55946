import { ApiError, type Api } from '../firebase/api';

/** How long to wait before asking again what was not answered, in milliseconds. */
const PAUSE_MS = 2000;

/** How long to wait where it goes on well: the function itself works for some seconds at a time. */
const SHORT_PAUSE_MS = 250;

/** After so many times without progress it is left to go on by itself. */
const MOST_TRIES = 30;

/** How an erasure went. */
export type Erasure = 'erased' | 'sign-in-again' | 'goes-on';

/** How far an erasure is, in documents and files. */
export interface ErasureProgress {
  readonly deleted: number;
  /** Those that are deleted, and those that are left. */
  readonly total: number;
}

/** What is done with each piece of news, and between two questions. */
interface Options {
  readonly onProgress?: (progress: ErasureProgress) => void;
  readonly pause?: (milliseconds: number) => Promise<void>;
}

/**
 * Has everything of the person deleted, and waits until it is.
 *
 * @returns `sign-in-again` if the sign-in is too long ago for what cannot be taken back, and nothing was
 *     deleted; `goes-on` if it takes longer than anyone waits
 * @throws ApiError if it could not be begun
 */
export async function eraseAccount(
  api: Pick<Api, 'send'>,
  { onProgress, pause = wait }: Options = {},
): Promise<Erasure> {
  let sum = 0;
  for (let asked = 0, tries = 0; tries < MOST_TRIES; asked += 1, tries += 1) {
    const answer = await ask(api, asked === 0);
    if (typeof answer === 'string') {
      return answer;
    }
    const { deleted = 0, left } = answer;
    if (deleted > 0) {
      tries = 0;
      sum += deleted;
    }
    if (left !== undefined) {
      onProgress?.({ deleted: sum, total: sum + left });
    }
    await pause(deleted > 0 ? SHORT_PAUSE_MS : PAUSE_MS);
  }
  return 'goes-on';
}

/** What the function says while it goes on; empty if it says nothing. */
interface Answer {
  readonly deleted?: number;
  readonly left?: number;
}

async function ask(api: Pick<Api, 'send'>, isFirst: boolean): Promise<Erasure | Answer> {
  try {
    const response = await api.send('DELETE', 'account');
    const { status, ...answer } = (await response.json()) as Answer & { status?: string };
    return status === 'erased' ? status : answer;
  } catch (error) {
    if (!(error instanceof ApiError)) {
      throw error;
    }
    if (error.code === 'reauthentication_required') {
      return 'sign-in-again';
    }
    if (isFirst) {
      throw error;
    }
    // Once it was begun, whoever asks may no longer be known: that is its end.
    return error.status === 401 ? 'erased' : {};
  }
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
