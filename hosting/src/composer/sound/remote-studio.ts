import type { Score } from '../score';
import type { Recording } from './master';

/** What the worker is asked. It answers in the order in which it is asked. */
export type StudioRequest =
  | { readonly kind: 'open'; readonly piece: number; readonly score: Score }
  | { readonly kind: 'next' | 'close'; readonly piece: number };

export type StudioAnswer =
  { readonly recording: Recording | undefined } | { readonly error: string };

interface Waiting {
  readonly resolve: (recording: Recording | undefined) => void;
  readonly reject: (error: Error) => void;
}

let worker: Worker | undefined;
let waiting: Waiting[] = [];
let pieces = 0;

/** A studio in a worker, so that the page stays as quick as it is. */
export class RemoteStudio {
  private readonly piece = (pieces += 1);

  constructor(score: Score) {
    this.ask({ kind: 'open', piece: this.piece, score }).catch(() => undefined);
  }

  /** See `Studio.next`. */
  next(): Promise<Recording | undefined> {
    return this.ask({ kind: 'next', piece: this.piece });
  }

  /** Lets go of the sounds that were made for the piece. */
  close(): void {
    this.ask({ kind: 'close', piece: this.piece }).catch(() => undefined);
  }

  private ask(request: StudioRequest): Promise<Recording | undefined> {
    const hired = (worker ??= hire());
    return new Promise((resolve, reject) => {
      waiting.push({ resolve, reject });
      hired.postMessage(request);
    });
  }
}

function hire(): Worker {
  const hired = new Worker(new URL('./studio-worker.ts', import.meta.url), { type: 'module' });
  hired.onmessage = ({ data }: MessageEvent<StudioAnswer>) => {
    const asked = waiting.shift();
    if ('error' in data) {
      asked?.reject(new Error(data.error));
    } else {
      asked?.resolve(data.recording);
    }
  };
  hired.onerror = () => {
    const left = waiting;
    waiting = [];
    worker = undefined;
    left.forEach(({ reject }) => {
      reject(new Error('The worker that makes the music could not be started'));
    });
  };
  return hired;
}
