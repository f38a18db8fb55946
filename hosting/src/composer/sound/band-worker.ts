import { Band } from './band';
import type { BandAnswer, BandRequest } from './remote-band';

// The script of a worker: plays the bands of pieces that are under way.

const bands = new Map<number, Band>();

addEventListener('message', ({ data }: MessageEvent<BandRequest>) => {
  try {
    postMessage({ ok: answerTo(data) } satisfies BandAnswer);
  } catch (error) {
    postMessage({ error: String(error) } satisfies BandAnswer);
  }
});

function answerTo(request: BandRequest): unknown {
  if (request.kind === 'prepare') {
    const band = new Band(request.score);
    bands.set(request.piece, band);
    return band.prepare();
  }
  if (request.kind === 'close') {
    bands.delete(request.piece);
    return undefined;
  }
  return bands.get(request.piece)?.play(request.start, request.length);
}
