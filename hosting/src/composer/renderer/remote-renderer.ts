import type { Recipe } from '../notes/recipe';
import type { Recording } from '../sound/signal';
import workerAddress from './renderer-worker.ts?worker&url';

/** What the worker is asked. It answers in the order in which it is asked. */
export type RendererRequest =
  | {
      readonly kind: 'open';
      readonly piece: number;
      readonly recipe: Recipe;
      /** Whether it is written into a file. */
      readonly encoded: boolean;
    }
  | { readonly kind: 'next' | 'close'; readonly piece: number };

/** A part of a file comes when it is written, whatever is asked meanwhile. */
export type RendererResponse =
  | { readonly piece: number; readonly part: Part }
  | { readonly opened: Opened }
  | { readonly stretch: Stretch | undefined }
  | { readonly error: string };

/** A piece that has been composed, and is ready to be recorded. */
export interface Opened {
  /** How long it plays. */
  readonly seconds: number;
}

/** A stretch that has been recorded. */
export interface Stretch {
  /** How long it is. */
  readonly samples: number;
  /** What is heard, unless it is written into a file. */
  readonly recording?: Recording;
}

type Part = Uint8Array<ArrayBuffer>;

type Answer = Opened | Stretch | undefined;

interface Waiting {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

/** Starts a module worker from the address of its script. */
export type StartWorker = (address: string) => Worker;

let start: StartWorker = (address) => new Worker(address, { type: 'module' });
let worker: Worker | undefined;
let waiting: Waiting[] = [];
let pieces = 0;
const takers = new Map<number, (part: Part) => void>();

/** Has workers started in another way from now on, for a page that does not take any address. */
export function startWorkersBy(starter: StartWorker): void {
  start = starter;
}

/** A renderer in a worker, so that the page stays as quick as it is. */
export class RemoteRenderer {
  /** Settles when the piece is composed. */
  readonly opened: Promise<Opened>;

  private readonly piece = (pieces += 1);

  /** @param onPart takes the parts of the file that is to be written; none is if this is absent */
  constructor(recipe: Recipe, onPart?: (part: Part) => void) {
    const { piece } = this;
    if (onPart) {
      takers.set(piece, onPart);
    }
    const encoded = onPart !== undefined;
    this.opened = this.ask({ kind: 'open', piece, recipe, encoded }) as Promise<Opened>;
  }

  /** Records the next stretch. Returns nothing after the last, when the file is whole. */
  next(): Promise<Stretch | undefined> {
    return this.ask({ kind: 'next', piece: this.piece }) as Promise<Stretch | undefined>;
  }

  /** Lets go of what was made for the piece. */
  close(): void {
    takers.delete(this.piece);
    this.ask({ kind: 'close', piece: this.piece }).catch(() => undefined);
  }

  private ask(request: RendererRequest): Promise<Answer> {
    const hired = (worker ??= hire());
    return new Promise((resolve, reject) => {
      waiting.push({ resolve, reject });
      hired.postMessage(request);
    });
  }
}

function hire(): Worker {
  const hired = start(workerAddress);
  hired.onmessage = ({ data }: MessageEvent<RendererResponse>) => {
    if ('part' in data) {
      takers.get(data.piece)?.(data.part);
      return;
    }
    const asked = waiting.shift();
    if ('error' in data) {
      asked?.reject(new Error(data.error));
    } else {
      asked?.resolve('opened' in data ? data.opened : data.stretch);
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
