import type { Score } from '../score';
import type { PlayedStretch, Preparation } from './band';

/** What the worker is asked. It answers in the order in which it is asked. */
export type BandRequest =
  | { readonly kind: 'prepare'; readonly piece: number; readonly score: Score }
  | {
      readonly kind: 'play';
      readonly piece: number;
      readonly start: number;
      readonly length: number;
    }
  | { readonly kind: 'close'; readonly piece: number };

export type BandAnswer = { readonly ok: unknown } | { readonly error: string };

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

let worker: Worker | undefined;
let waiting: Waiting[] = [];
let pieces = 0;

/** A band that plays in a worker, so that the page stays as quick as it is. */
export class RemoteBand {
  private readonly piece = (pieces += 1);

  constructor(private readonly score: Score) {}

  prepare(): Promise<Preparation> {
    const { piece, score } = this;
    return ask({ kind: 'prepare', piece, score }) as Promise<Preparation>;
  }

  /** See `Band.play`. */
  play(start: number, length: number): Promise<PlayedStretch> {
    return ask({ kind: 'play', piece: this.piece, start, length }) as Promise<PlayedStretch>;
  }

  /** Lets go of the sounds that were made for the piece. */
  close(): void {
    ask({ kind: 'close', piece: this.piece }).catch(() => undefined);
  }
}

function ask(request: BandRequest): Promise<unknown> {
  const hired = (worker ??= hire());
  return new Promise((resolve, reject) => {
    waiting.push({ resolve, reject });
    hired.postMessage(request);
  });
}

function hire(): Worker {
  const hired = new Worker(new URL('./band-worker.ts', import.meta.url), { type: 'module' });
  hired.onmessage = ({ data }: MessageEvent<BandAnswer>) => {
    const asked = waiting.shift();
    if ('error' in data) {
      asked?.reject(new Error(data.error));
    } else {
      asked?.resolve(data.ok);
    }
  };
  hired.onerror = () => {
    const left = waiting;
    waiting = [];
    worker = undefined;
    left.forEach(({ reject }) => {
      reject(new Error('The worker that plays the notes could not be started'));
    });
  };
  return hired;
}
