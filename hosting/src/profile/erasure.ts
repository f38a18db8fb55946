import { ApiError, type Api } from '../firebase/api';

/** How long to wait before asking again whether all is gone, in milliseconds. */
const PAUSE_MS = 2000;

/** After so many times it is left to go on by itself. */
const MOST_TRIES = 30;

/** How an erasure went. */
export type Erasure = 'erased' | 'sign-in-again' | 'goes-on';

/**
 * Has everything of the person deleted, and waits until it is.
 *
 * @returns `sign-in-again` if the sign-in is too long ago for what cannot be taken back, and nothing was
 *     deleted; `goes-on` if it takes longer than anyone waits
 * @throws ApiError if it could not be begun
 */
export async function eraseAccount(
  api: Pick<Api, 'send'>,
  pause: (milliseconds: number) => Promise<void> = wait,
): Promise<Erasure> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    try {
      const response = await api.send('DELETE', 'account');
      const { status } = (await response.json()) as { status?: string };
      if (status === 'erased') {
        return 'erased';
      }
    } catch (error) {
      if (!(error instanceof ApiError)) {
        throw error;
      }
      if (error.code === 'reauthentication_required') {
        return 'sign-in-again';
      }
      // Once it was begun, whoever asks may no longer be known: that is its end.
      if (tries > 0 && error.status === 401) {
        return 'erased';
      }
      if (tries === 0) {
        throw error;
      }
    }
    await pause(PAUSE_MS);
  }
  return 'goes-on';
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
