import type { Score } from '../score';
import type { PlayedStretch, Room } from './band';

/** What the worker is asked. It answers in the order in which it is asked. */
export type BandRequest =
  | { readonly kind: 'open'; readonly piece: number; readonly score: Score }
  | { readonly kind: 'room' | 'level' | 'close'; readonly piece: number }
  | {
      readonly kind: 'play';
      readonly piece: number;
      readonly start: number;
      readonly length: number;
    };

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

  constructor(score: Score) {
    this.ask({ kind: 'open', piece: this.piece, score }).catch(() => undefined);
  }

  /** See `Band.room`. */
  room(): Promise<Room> {
    return this.ask({ kind: 'room', piece: this.piece }) as Promise<Room>;
  }

  /** See `Band.level`. */
  level(): Promise<number> {
    return this.ask({ kind: 'level', piece: this.piece }) as Promise<number>;
  }

  /** See `Band.play`. */
  play(start: number, length: number): Promise<PlayedStretch> {
    return this.ask({ kind: 'play', piece: this.piece, start, length }) as Promise<PlayedStretch>;
  }

  /** Lets go of the sounds that were made for the piece. */
  close(): void {
    this.ask({ kind: 'close', piece: this.piece }).catch(() => undefined);
  }

  private ask(request: BandRequest): Promise<unknown> {
    const hired = (worker ??= hire());
    const answer = new Promise((resolve, reject) => {
      waiting.push({ resolve, reject });
      hired.postMessage(request);
    });
    // What is asked for ahead may be given up before anyone waits for it.
    answer.catch(() => undefined);
    return answer;
  }
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
