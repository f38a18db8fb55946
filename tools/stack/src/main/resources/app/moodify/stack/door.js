'use strict';
/*
 * Loaded into firebase-tools before it starts (node --require). The functions emulator cannot run Java, so what
 * comes to its door for one of our triggers is handed over to the processes that can, byte for byte:
 *   POST /functions/projects/P/triggers/REGION-firestore-N  ->  forwarder /events/firestore
 *   any  /P/REGION/analyze/REST                             ->  analyze   /REST
 *   any  /P/REGION/api/REST                                 ->  api       /REST
 * Without it each event would pass through a Node worker process more, and each photo through parsers for forms
 * and JSON that production does not have.
 *
 * The storage emulator tells the functions emulator of an upload after it has answered, and goes through a queue, so
 * that an upload which is acknowledged is lost if both die in between. Here it tells the forwarder, and answers then.
 *
 * The storage emulator keeps download tokens apart from the rest of an object's metadata, so that whoever removes them
 * there, as our functions do, would not remove them. Here they go.
 *
 * A browser says which page it sends a request for. Pages that are not of this machine are refused, at every port of
 * firebase-tools: the emulators would let each of them read all there is.
 *
 * MOODIFY_HOSTING_PORT and MOODIFY_FUNCTIONS_PORT are those emulators' ports; MOODIFY_FORWARDER, MOODIFY_ANALYZE
 * and MOODIFY_API are addresses; MOODIFY_BUCKET is whose uploads the functions are told of.
 */
const { AsyncLocalStorage } = require('node:async_hooks');
const http = require('node:http');
const path = require('node:path');

const HOSTING_PORT = Number(process.env.MOODIFY_HOSTING_PORT);
const FUNCTIONS_PORT = Number(process.env.MOODIFY_FUNCTIONS_PORT);
const EVENT = /^\/functions\/projects\/[^/]+\/triggers\/[a-z0-9]+-[a-z0-9]+-firestore(?:-\d+)?$/;
const CALL = /^\/[^/]+\/[a-z0-9]+-[a-z0-9]+\/(analyze|api)(\/[^?]*)?(\?.*)?$/;
// The storage emulator copies objects at one of its two addresses only; Google's Java client asks at the other.
const COPY = /^\/storage\/v1(\/b\/[^/]+\/o\/[^/]+\/rewriteTo\/.*)$/;
// So it does with changes of an object's metadata, which that client sends as POST in place of PATCH.
const CHANGE = /^\/storage\/v1(\/b\/[^/]+\/o\/[^/?]+(?:\?.*)?)$/;
const FUNCTIONS = { analyze: process.env.MOODIFY_ANALYZE, api: process.env.MOODIFY_API };
const agent = new http.Agent({ keepAlive: true });

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Whether a request is for a page of another machine, or for a name that only seems to lead to this one. */
function isForeign({ origin, host }) {
  return (origin !== undefined && !isHere(origin)) || (host !== undefined && !isHere(`http://${host}`));
}

function isHere(address) {
  return URL.canParse(address) && LOOPBACK.has(new URL(address).hostname);
}

function refuse(response) {
  const detail = 'This is for pages and programs on this machine only. Open http://127.0.0.1 at the port that was printed.';
  response.writeHead(403, { 'content-type': 'application/problem+json' });
  response.end(JSON.stringify({ type: 'about:blank', title: 'Forbidden', status: 403, detail, code: 'origin_not_allowed' }));
}

const emit = http.Server.prototype.emit;
http.Server.prototype.emit = function (event, request, response) {
  if ((event === 'request' || event === 'upgrade') && isForeign(request.headers)) {
    // Of an upgrade, to a WebSocket, the second is the connection.
    if (event === 'upgrade') response.destroy();
    else refuse(response);
    return true;
  }
  if (event === 'request') {
    const port = this.address()?.port;
    if (port === HOSTING_PORT) {
      // Node has dealt with both already, and the hosting emulator's proxy fails on requests that have them.
      delete request.headers.expect;
      delete request.headers['transfer-encoding'];
    }
    if (request.headers['x-http-method-override'] === 'PATCH' && CHANGE.test(request.url)) request.method = 'PATCH';
    if (request.method === 'PATCH') request.url = request.url.replace(CHANGE, '$1');
    request.url = request.url.replace(COPY, '$1');
    const target = port === FUNCTIONS_PORT && targetOf(request.url);
    if (target) {
      handOver(request, response, target);
      return true;
    }
  }
  return emit.apply(this, arguments);
};

function targetOf(url) {
  if (EVENT.test(url)) return new URL(`${process.env.MOODIFY_FORWARDER}/events/firestore`);
  const call = CALL.exec(url);
  return call && new URL(`${FUNCTIONS[call[1]]}${call[2] ?? '/'}${call[3] ?? ''}`);
}

function handOver(request, response, target) {
  const onwards = http.request(
    target,
    { agent, method: request.method, headers: { ...request.headers, host: target.host } },
    (answer) => {
      response.writeHead(answer.statusCode, answer.rawHeaders);
      answer.on('error', () => response.destroy());
      answer.pipe(response);
    },
  );
  onwards.on('error', (error) => {
    if (response.headersSent) return; // Answered before the whole body was read, then hung up: that is allowed.
    const detail = `${target.host} cannot be reached (${error.code ?? error.message}). Is ./moodify run still starting?`;
    response.writeHead(503, { 'content-type': 'application/problem+json' });
    response.end(JSON.stringify({ type: 'about:blank', title: 'Service Unavailable', status: 503, detail }));
  });
  response.on('close', () => onwards.destroy());
  request.pipe(onwards);
}

/** Loads a part of firebase-tools, which is the program that runs. */
function ofFirebaseTools(file) {
  return require(path.join(path.dirname(process.argv[1]), '..', file));
}

/** Has each upload answered once the forwarder has its event. */
function tellOfUploadsFirst() {
  const { StorageCloudFunctions } = ofFirebaseTools('emulator/storage/cloudFunctions.js');
  const { StorageLayer } = ofFirebaseTools('emulator/storage/files.js');
  const told = new AsyncLocalStorage();
  const { uploadObject } = StorageLayer.prototype;

  StorageCloudFunctions.prototype.dispatch = function (action, object) {
    // No function listens to anything else. The tests of the rules use a bucket of their own.
    if (action !== 'finalize' || object.bucket !== process.env.MOODIFY_BUCKET) return Promise.resolve();
    const telling = tellForwarder(this.createCloudEventRequestBody(action, object));
    told.getStore()?.push(telling);
    return telling;
  };
  StorageLayer.prototype.uploadObject = function (upload) {
    return told.run([], async () => {
      const metadata = await uploadObject.call(this, upload);
      await Promise.all(told.getStore());
      return metadata;
    });
  };
}

async function tellForwarder(event) {
  try {
    const answer = await fetch(`${process.env.MOODIFY_FORWARDER}/events/storage`, {
      method: 'POST',
      headers: { 'content-type': 'application/cloudevents+json; charset=UTF-8' },
      body: JSON.stringify(event),
    });
    if (!answer.ok) console.warn(`The forwarder did not take an upload's event: ${answer.status}`);
  } catch (error) {
    console.warn(`The forwarder cannot be told of an upload: ${error.cause?.code ?? error.message}`);
  }
}

/** Has an object without the tokens that are removed from its metadata, as Cloud Storage has it. */
function removeTokensWithMetadata() {
  const { StoredFileMetadata } = ofFirebaseTools('emulator/storage/metadata.js');
  const { update } = StoredFileMetadata.prototype;
  StoredFileMetadata.prototype.update = function (change, ...rest) {
    if (change.metadata?.firebaseStorageDownloadTokens === null) this.downloadTokens = [];
    return update.call(this, change, ...rest);
  };
}

function adapt(change, consequence) {
  try {
    change();
  } catch (error) {
    console.warn(`${consequence}: this version of firebase-tools is not known (${error.message})`);
  }
}

if (process.argv[1]) {
  adapt(tellOfUploadsFirst, 'No photo that is uploaded will be read');
  adapt(removeTokensWithMetadata, 'Links with download tokens will open photos');
}

// The auth emulator compiles the schemas of its whole API at start, seven seconds of work; on first use is early enough.
try {
  const express = require(require.resolve('exegesis-express', { paths: [path.dirname(process.argv[1])] }));
  const { middleware } = express;
  express.middleware = (api, options) => middleware(api, { ...options, lazyCompileValidationSchemas: true });
} catch (error) {
  console.warn(`The auth emulator will start slowly: ${error.message}`);
}
