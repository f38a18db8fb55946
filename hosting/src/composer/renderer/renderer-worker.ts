import { compose } from '../notes/compose';
import { secondsOf } from '../sound/master';
import { OpusFile } from '../stream/opus-file';
import type { Stretch, RendererResponse, RendererRequest } from './remote-renderer';
import { Renderer } from './renderer';

// The script of a worker: composes pieces, records them, and writes them into files.

/** A piece that is being rendered. */
interface Piece {
  readonly renderer: Renderer;
  readonly file: OpusFile | undefined;
}

const pieces = new Map<number, Piece>();

/** What is asked is done in turn, although the end of a file is waited for. */
let lastAnswer = Promise.resolve();

addEventListener('message', ({ data }: MessageEvent<RendererRequest>) => {
  lastAnswer = lastAnswer.then(() => answer(data));
});

async function answer(request: RendererRequest): Promise<void> {
  try {
    const answer = await carryOut(request);
    // Handed over, not copied: reading a copy would hold up the page.
    const { left, right } = ('stretch' in answer ? answer.stretch?.recording : undefined) ?? {};
    const transfer = left && right ? [left.buffer, right.buffer] : [];
    postMessage(answer, { transfer });
  } catch (error) {
    postMessage({ error: String(error) } satisfies RendererResponse);
  }
}

async function carryOut(request: RendererRequest): Promise<RendererResponse> {
  const { piece } = request;
  switch (request.kind) {
    case 'open': {
      const score = compose(request.recipe);
      const { seconds } = score;
      const file = request.encoded ? new OpusFile(seconds, send(piece)) : undefined;
      pieces.set(piece, { renderer: new Renderer(score), file });
      return { opened: { seconds } };
    }
    case 'next':
      return { stretch: await next(pieces.get(piece)) };
    case 'close':
      pieces.get(piece)?.file?.abort();
      pieces.delete(piece);
      return { stretch: undefined };
  }
}

async function next(piece: Piece | undefined): Promise<Stretch | undefined> {
  const recording = piece?.renderer.next();
  if (!piece?.file) {
    return recording && { samples: recording.left.length, recording };
  }
  if (!recording) {
    await piece.file.end();
    return undefined;
  }
  for (const second of secondsOf(recording)) {
    piece.file.add(second);
  }
  return { samples: recording.left.length };
}

function send(piece: number): (part: Uint8Array<ArrayBuffer>) => void {
  return (part) => {
    postMessage({ piece, part } satisfies RendererResponse, { transfer: [part.buffer] });
  };
}
