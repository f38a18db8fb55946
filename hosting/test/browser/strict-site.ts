import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { stack } from '../stack';

/** As strict as a page can be that talks to Firebase; the addresses are those of the emulators. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' blob:",
  "media-src 'self' blob:",
  "manifest-src 'self'",
  "connect-src 'self' http://127.0.0.1:*",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html moodify',
].join('; ');

/** The site under test, served once more with a strict Content-Security-Policy. */
export interface StrictSite {
  readonly address: string;
  close(): void;
}

/**
 * Serves the site through a server of its own: an answer that Playwright makes up would count as one
 * from the public network, from which Chromium lets no page reach the emulators.
 */
export async function strictSite(): Promise<StrictSite> {
  const server = createServer((request, response) => {
    void fetch(stack.page + (request.url ?? '/')).then(async (answer) => {
      response.writeHead(answer.status, {
        'content-type': answer.headers.get('content-type') ?? 'text/plain',
        'content-security-policy': POLICY,
      });
      response.end(Buffer.from(await answer.arrayBuffer()));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, stack.host, resolve));
  return { address: addressOf(server), close: () => server.close() };
}

function addressOf(server: Server): string {
  return `http://${stack.host}:${(server.address() as AddressInfo).port}`;
}
