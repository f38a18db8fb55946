import { stack } from '../stack';
import { expectDescribed } from './document';
import { createClient, type Client } from './generated/client';
import * as sdk from './generated/sdk.gen';

/** What a call through the generated client comes to. */
export interface Result {
  data?: unknown;
  error?: unknown;
  response: Response;
}

/**
 * Makes a client for somebody with this token, or for nobody. Whatever is answered is held against the
 * document.
 */
export function clientFor(token?: string): Client {
  const client = createClient({
    baseUrl: `${stack.page}/api/v1`,
    auth: ({ scheme }) => (scheme === 'bearer' ? token : undefined),
  });
  client.interceptors.response.use(async (response, request, { url }) => {
    await expectDescribed(request.method, url, response.clone());
    return response;
  });
  return client;
}

/** Calls each operation of the document, of which there are as many as of functions in the client. */
export const calls: Record<keyof typeof sdk, (client: Client) => Promise<Result>> = {
  analyzePhoto: (client) => sdk.analyzePhoto({ client, body: new Blob() }),
  eraseAccount: (client) => sdk.eraseAccount({ client }),
  exportData: (client) => sdk.exportData({ client }),
  listSecurityEvents: (client) => sdk.listSecurityEvents({ client }),
  recordConsent: (client) => sdk.recordConsent({ client, body: { given: true, version: 2 } }),
  reportViolations: (client) => sdk.reportViolations({ client, body: [] }),
  reshufflePlaylist: (client) =>
    sdk.reshufflePlaylist({ client, path: { moodId: 'some-mood-of-nobody' } }),
  signOutEverywhere: (client) => sdk.signOutEverywhere({ client }),
};
