import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect } from 'vitest';
import { stack } from '../stack';
import { calls, clientFor, type Result } from './client';
import { expectDescribed, operations } from './document';
import {
  analyzePhoto,
  recordConsent,
  reportViolations,
  reshufflePlaylist,
} from './generated/sdk.gen';
import { Person, writeAsFunction } from './person';

type OperationId = keyof typeof calls;

/**
 * Answers that need a fault, a setting or more time than the stack has, or that would be in the way of other tests:
 * ApiTest, ApiCspReportTest and AnalyzeTest show them.
 */
export const SHOWN_IN_JAVA =
  /^(\w+ 401 app_check_failed|\w+ 500 internal|\w+ 503 unavailable|analyzePhoto 429 busy|eraseAccount 202|reportViolations 429 too_many_requests)$/;

const PHOTO = readFileSync(new URL('../fixtures/astronaut.jpg', import.meta.url));
const PIXEL = Buffer.from('R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs=', 'base64');
const MAX_BYTES = 10 * 1024 * 1024;
const secondsFromNow = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;

/** The beginning of a PNG file with these sides. */
function pngHeader(width: number, height: number): Buffer {
  const header = Buffer.alloc(33);
  header.write('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1');
  header.writeUInt32BE(width, 16);
  header.writeUInt32BE(height, 20);
  return header;
}

/** A JPEG whose last scan is there two hundred times. */
function manyScans(): Buffer {
  const photos = '../../../libs/vision/src/test/resources/photos/';
  const jpeg = readFileSync(new URL(`${photos}progressive.jpg`, import.meta.url));
  const scan = jpeg.lastIndexOf(Buffer.from([0xff, 0xda]));
  const end = jpeg.length - 2;
  const scans = Array.from({ length: 200 }, () => jpeg.subarray(scan, end));
  return Buffer.concat([jpeg.subarray(0, scan), ...scans, jpeg.subarray(end)]);
}

async function analyze(photo: Buffer | string, type = 'image/jpeg'): Promise<Result> {
  const { client } = await (await Person.anonymous()).agree();
  const body = new Blob([new Uint8Array(Buffer.from(photo))]);
  return analyzePhoto({ client, body, headers: { 'Content-Type': type } });
}

/** Announces more of a photo than is sent, at the function's own port: Hosting waits for the rest. */
async function analyzeHalf(): Promise<Result> {
  const { token } = await (await Person.anonymous()).agree();
  const socket = connect({ host: stack.host, port: stack.analyze, allowHalfOpen: true });
  socket.end(
    `POST /api/v1/analyses HTTP/1.1\r\nHost: ${stack.host}\r\nAuthorization: Bearer ${token}\r\n` +
      'Content-Length: 1000\r\n\r\nhalf',
  );
  const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n');
  const [statusLine = '', ...lines] = head.split('\r\n');
  const headers = lines.map((line) => line.split(/: ?(.*)/).slice(0, 2) as [string, string]);
  const response = new Response(body, { status: Number(statusLine.split(' ')[1]), headers });
  await expectDescribed('POST', '/analyses', response.clone());
  return { response, error: JSON.parse(body) };
}

async function report(body: unknown, type = 'application/reports+json'): Promise<Result> {
  const headers = { 'Content-Type': type };
  const reports = body as Record<string, unknown>[];
  return reportViolations({ client: clientFor(), body: reports, headers });
}

async function consent(body: object): Promise<Result> {
  const { client } = await Person.anonymous();
  return recordConsent({ client, body: body as { given: boolean; version: number } });
}

async function reshuffle(entry: Record<string, string>): Promise<Result> {
  const { uid, client } = await Person.anonymous();
  const moodId = crypto.randomUUID();
  const fields = Object.entries(entry).map(([name, stringValue]) => [name, { stringValue }]);
  await writeAsFunction(
    `users/${uid}/moods/${moodId}`,
    Object.fromEntries(fields) as Record<string, object>,
  );
  return reshufflePlaylist({ client, path: { moodId } });
}

/** Somebody whom an operation answers the same way, or ways, however often it is called, and how. */
const unchanging: Record<OperationId, [person: () => Promise<Person>, ...statuses: number[]]> = {
  analyzePhoto: [async () => (await Person.anonymous()).agree(), 400],
  eraseAccount: [signedInLongAgo, 401],
  // Made in the background if several are made at that moment.
  exportData: [() => Person.anonymous(), 200, 202],
  listSecurityEvents: [() => Person.anonymous(), 200],
  recordConsent: [() => Person.anonymous(), 204],
  reportViolations: [() => Person.anonymous(), 204],
  reshufflePlaylist: [() => Person.anonymous(), 404],
  // A token from after the sessions have ended.
  signOutEverywhere: [
    async () => (await Person.anonymous()).claiming({ iat: secondsFromNow(120) }),
    204,
  ],
};

async function signedInLongAgo(): Promise<Person> {
  return (await Person.withPassword()).claiming({ auth_time: secondsFromNow(-600) });
}

/** Calls more often at once than the limit says; exactly as many calls are let through. */
async function callTooOften(id: OperationId): Promise<Result> {
  const [someone, ...statuses] = unchanging[id];
  const limit = operations.find(({ operationId }) => operationId === id)?.['x-rate-limit'];
  if (limit === undefined) {
    throw new Error(`${id} has no x-rate-limit`);
  }
  const [person, another] = await Promise.all([someone(), someone()]);

  const start = performance.now();
  const results = await Promise.all(
    Array.from({ length: limit.calls * 2 }, () => calls[id](person.client)),
  );

  // Meanwhile some calls have become available again.
  const regained = (performance.now() - start) / 1000 / (limit.seconds / limit.calls);
  const isThrough = ({ response }: Result) => statuses.includes(response.status);
  const through = results.filter(isThrough).length;
  expect(through).toBeGreaterThanOrEqual(limit.calls);
  expect(through).toBeLessThanOrEqual(limit.calls + Math.floor(regained));
  const refused = results.filter(({ response }) => response.status === 429);
  expect(refused.length + through).toBe(results.length);
  // Nobody else has to wait.
  expect(await calls[id](another.client)).toSatisfy(isThrough);
  const [first] = refused;
  if (first === undefined) {
    throw new Error('No call was refused: this took so long that all became available again');
  }
  return first;
}

const anyOperation = (id: OperationId): Record<string, () => Promise<Result>> => ({
  [`${id} 401 no_token`]: () => calls[id](clientFor()),
  [`${id} 401 invalid_token`]: () => calls[id](clientFor('nonsense')),
  [`${id} 429 too_many_requests`]: () => callTooOften(id),
});

/** How to get each answer that the document describes. */
export const answers: Record<string, () => Promise<Result>> = {
  ...anyOperation('analyzePhoto'),
  'analyzePhoto 200 ready': () => analyze(PHOTO),
  'analyzePhoto 200 no_face': () => analyze(PIXEL, 'image/gif'),
  'analyzePhoto 400 empty': () => analyze(''),
  'analyzePhoto 400 incomplete_body': analyzeHalf,
  'analyzePhoto 413 too_many_bytes': () => analyze(Buffer.alloc(MAX_BYTES + 1)),
  'analyzePhoto 415 not_an_image': () => analyze('no image'),
  'analyzePhoto 415 heic_unsupported': () => analyze('\0\0\0\x18ftypheic\0\0\0\0mif1heic'),
  'analyzePhoto 415 avif_unsupported': () => analyze('\0\0\0\x18ftypmif1\0\0\0\0miafavif'),
  'analyzePhoto 415 jpeg_xl_unsupported': () => analyze('\0\0\0\fJXL \r\n'),
  'analyzePhoto 415 jpeg_2000_unsupported': () => analyze('\0\0\0\fjP  \r\n'),
  'analyzePhoto 415 tiff_unsupported': () => analyze('II*\0 a TIFF file'),
  'analyzePhoto 415 icon_unsupported': () => analyze('\0\0\x01\0\x01\0'),
  'analyzePhoto 415 pdf_unsupported': () => analyze('%PDF-1.7'),
  'analyzePhoto 415 video_unsupported': () => analyze('\0\0\0\x14ftypisom'),
  'analyzePhoto 415 svg_unsupported': () => analyze('<svg xmlns="http://www.w3.org/2000/svg"/>'),
  'analyzePhoto 415 format_unsupported': () => analyze('8BPS\0\x01'),
  'analyzePhoto 415 form_unsupported': () => analyze('--x--', 'multipart/form-data; boundary=x'),
  'analyzePhoto 422 too_many_pixels': () => analyze(pngHeader(10_000, 5_001)),
  'analyzePhoto 422 too_costly': () => analyze(manyScans()),
  'analyzePhoto 422 damaged': () => analyze(PHOTO.subarray(0, 2000)),
  'analyzePhoto 403 no_consent': async () => calls.analyzePhoto((await Person.anonymous()).client),
  ...anyOperation('recordConsent'),
  'recordConsent 204': async () => calls.recordConsent((await Person.anonymous()).client),
  'recordConsent 400 malformed_consent': () => consent({ given: 'yes' }),
  'recordConsent 409 other_notice': () => consent({ given: true, version: 999 }),
  ...anyOperation('exportData'),
  'exportData 401 reauthentication_required': async () =>
    calls.exportData((await signedInLongAgo()).client),
  'exportData 202': async () => calls.exportData((await Person.withMuch()).client),
  'exportData 200': async () => calls.exportData((await Person.anonymous()).client),
  ...anyOperation('eraseAccount'),
  'eraseAccount 200': async () => calls.eraseAccount((await Person.anonymous()).client),
  'eraseAccount 401 reauthentication_required': async () =>
    calls.eraseAccount((await signedInLongAgo()).client),
  'reportViolations 204': () => report([]),
  'reportViolations 400 malformed_report': () => report({}),
  'reportViolations 413 too_many_bytes': () => report([' '.repeat(64 * 1024)]),
  'reportViolations 415 unsupported_type': () => report([], 'application/json'),
  ...anyOperation('reshufflePlaylist'),
  'reshufflePlaylist 202': () => reshuffle({ status: 'ready', source: 'manual', emotion: 'happy' }),
  'reshufflePlaylist 404 no_such_entry': async () =>
    calls.reshufflePlaylist((await Person.anonymous()).client),
  'reshufflePlaylist 409 analyzing': () => reshuffle({ status: 'analyzing', source: 'photo' }),
  'reshufflePlaylist 409 no_expression': () => reshuffle({ status: 'no_face', source: 'photo' }),
  ...anyOperation('listSecurityEvents'),
  'listSecurityEvents 200': async () => calls.listSecurityEvents((await Person.anonymous()).client),
  ...anyOperation('signOutEverywhere'),
  'signOutEverywhere 204': async () => calls.signOutEverywhere((await Person.anonymous()).client),
};
