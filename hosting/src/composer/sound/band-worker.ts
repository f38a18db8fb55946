import { Band, type PlayedStretch, type Room } from './band';
import type { BandAnswer, BandRequest } from './remote-band';
import type { Signal } from './signal';

// The script of a worker: plays the bands of pieces that are under way.

type Answer = PlayedStretch | Room | number | undefined;

const bands = new Map<number, Band>();

addEventListener('message', ({ data }: MessageEvent<BandRequest>) => {
  try {
    const ok = answerTo(data);
    // Handed over, not copied: reading a copy would hold up the page.
    postMessage({ ok } satisfies BandAnswer, {
      transfer: signalsOf(ok).map(({ buffer }) => buffer),
    });
  } catch (error) {
    postMessage({ error: String(error) } satisfies BandAnswer);
  }
});

function answerTo(request: BandRequest): Answer {
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

function signalsOf(answer: Answer): readonly Signal[] {
  if (typeof answer !== 'object') {
    return [];
  }
  return 'stems' in answer ? [...answer.stems.values()] : answer;
}
