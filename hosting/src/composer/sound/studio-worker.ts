import type { Recording } from './master';
import type { StudioAnswer, StudioRequest } from './remote-studio';
import { Studio } from './studio';

// The script of a worker: records the pieces that are under way.

const studios = new Map<number, Studio>();

addEventListener('message', ({ data }: MessageEvent<StudioRequest>) => {
  try {
    const recording = answerTo(data);
    // Handed over, not copied: reading a copy would hold up the page.
    const transfer = recording ? [recording.left.buffer, recording.right.buffer] : [];
    postMessage({ recording } satisfies StudioAnswer, { transfer });
  } catch (error) {
    postMessage({ error: String(error) } satisfies StudioAnswer);
  }
});

function answerTo(request: StudioRequest): Recording | undefined {
  switch (request.kind) {
    case 'open':
      studios.set(request.piece, new Studio(request.score));
      return undefined;
    case 'next':
      return studios.get(request.piece)?.next();
    case 'close':
      studios.delete(request.piece);
      return undefined;
  }
}
