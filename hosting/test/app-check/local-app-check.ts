import { stack } from '../stack';

const TOKENS = `http://${stack.host}:${stack.appCheck}/token`;

/** What stands in for App Check answers whoever asks from this page; from none if nothing is given. */
export function askForToken(page?: string): Promise<Response> {
  return fetch(TOKENS, { method: 'POST', headers: page === undefined ? {} : { origin: page } });
}

/** A token that functions take. */
export async function appCheckToken(): Promise<string> {
  const answer = await askForToken(stack.page);
  if (!answer.ok) {
    throw new Error(`${TOKENS} answered ${answer.status}`);
  }
  return ((await answer.json()) as { token: string }).token;
}
