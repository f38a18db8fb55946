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
  const band = bands.get(request.piece);
  switch (request.kind) {
    case 'open':
      bands.set(request.piece, new Band(request.score));
      return undefined;
    case 'room':
      return band?.room();
    case 'level':
      return band?.level();
    case 'play':
      return band?.play(request.start, request.length);
    case 'close':
      bands.delete(request.piece);
      return undefined;
  }
}
