import { createServer } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';

const COMPRESSIBLE = /text|javascript|json|svg/;
/** What takes the way through the body apart. */
const OWN = ['content-encoding', 'content-length', 'transfer-encoding', 'connection', 'keep-alive'];

const compress = promisify(brotliCompress);

/**
 * Serves a site once more as Firebase Hosting does, which the emulator does not: compressed, and from
 * close by after the first time.
 *
 * @param {string} origin where the site is
 */
export async function compressedSite(origin) {
  /** @type {Map<string, Promise<{ status: number, headers: Record<string, string>, body: Buffer }>>} */
  const cache = new Map();
  /** @param {string} path */
  const get = async (path) => {
    const answer = await fetch(origin + path);
    const headers = Object.fromEntries(
      [...answer.headers].filter(([name]) => !OWN.includes(name.toLowerCase())),
    );
    let body = Buffer.from(await answer.arrayBuffer());
    if (COMPRESSIBLE.test(headers['content-type'] ?? '')) {
      body = Buffer.from(await compress(body));
      headers['content-encoding'] = 'br';
    }
    return { status: answer.status, headers, body };
  };
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const answer = cache.get(path) ?? get(path);
    cache.set(path, answer);
    answer.then(
      ({ status, headers, body }) => {
        response.writeHead(status, { ...headers, 'content-length': body.length });
        response.end(body);
      },
      (error) => {
        console.error(`${path} could not be had`, error);
        response.writeHead(502).end();
      },
    );
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { address: `http://127.0.0.1:${port}`, close: () => server.close() };
}
