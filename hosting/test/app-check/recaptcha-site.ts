import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pageSettings, withRecaptcha } from '../../../deploy/app-check.mjs';
import { stack } from '../stack';

const APP_CHECK = { site_key: 'site-key', app_id: '1:2:web:3', is_enforced: true };

export interface RecaptchaSite {
  readonly address: string;
  close(): void;
}

/**
 * Serves the site under test once more, with the settings and the policy that `./moodify deploy` gives it
 * where App Check is on.
 */
export async function recaptchaSite(): Promise<RecaptchaSite> {
  const server = createServer((request, response) => {
    if (request.url === '/app-check.json') {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(pageSettings(APP_CHECK)));
    } else {
      handOver(request, response);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, stack.host, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://${stack.host}:${port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function handOver(request: IncomingMessage, response: ServerResponse): void {
  const { method, headers, url = '/' } = request;
  const host = new URL(stack.page).host;
  const onwards = ask(new URL(url, stack.page), { method, headers: { ...headers, host } });
  onwards.on('response', (answer) => {
    const policy = answer.headers['content-security-policy'];
    response.writeHead(answer.statusCode ?? 502, {
      ...answer.headers,
      ...(typeof policy === 'string' && { 'content-security-policy': withRecaptcha(policy) }),
    });
    answer.pipe(response);
  });
  onwards.on('error', () => response.destroy());
  request.pipe(onwards);
}
