import { startWorker } from '../../shared/trusted-scripts';
import { LOOKED_AT, type Face } from './blaze-face';
import workerAddress from './face-worker.ts?worker&url';
import modelAddress from '../../../../models/face/face_detection_short_range.tflite?url';

export type { Face } from './blaze-face';

/** What the worker is asked. */
export interface Look {
  readonly number: number;
  readonly pixels: Uint8ClampedArray;
  readonly leastScore: number;
}

/** What it answers. */
export interface Sight {
  readonly number: number;
  readonly faces: readonly Face[];
}

/** Something to look at, and its size in pixels. */
export interface Scene {
  readonly picture: CanvasImageSource;
  readonly width: number;
  readonly height: number;
}

/** Of 200 photos without a face none scored above 0.67: libs/vision, FaceDetector. */
const CLEAR = 0.75;
/** Enough for a second look, close up. */
const MAYBE = 0.4;
/** The part of a picture that a second look takes in, in sides of the face. */
const SECOND_LOOK = 2.5;
/** How small the parts are that are looked at one by one, as shares of the short side. */
const TILES = [0.5, 0.25];
const TILE_STEP = 0.5;

/**
 * Finds the largest face in a picture, on the person's own device: for advice before anything is
 * sent. What counts in the end is what `detect` finds.
 */
export class FaceFinder {
  private readonly pen = square();
  private readonly waiting = new Map<number, Waiting>();
  private count = 0;
  /** Why the worker has ended; absent while it works. */
  private failure: Error | undefined;

  private constructor(private readonly worker: Worker) {
    worker.addEventListener('message', ({ data }: MessageEvent<Sight>) => {
      this.waiting.get(data.number)?.resolve(data.faces);
      this.waiting.delete(data.number);
    });
    worker.addEventListener('error', ({ message }) => {
      // Also when its code could not be fetched, which says nothing more.
      const failure = new Error(message || 'The worker that looks for faces could not start');
      this.failure = failure;
      this.waiting.forEach(({ reject }) => {
        reject(failure);
      });
      this.waiting.clear();
      this.close();
    });
  }

  /** Fetches the net, 229 KB. */
  static async open(): Promise<FaceFinder> {
    const model = await fetch(modelAddress);
    if (!model.ok) {
      throw new Error(`The face model answered ${model.status}`);
    }
    const worker = startWorker(workerAddress);
    const bytes = await model.arrayBuffer();
    worker.postMessage(bytes, [bytes]);
    return new FaceFinder(worker);
  }

  /** Looks once at the whole: finds faces from about a sixth of the long side upwards. */
  async glance({ picture, width, height }: Scene): Promise<Face | undefined> {
    return largest(await this.look(picture, { left: 0, top: 0, width, height }, CLEAR));
  }

  /**
   * Looks at the whole, then at ever smaller parts.
   *
   * @param budget how long to go on looking, in milliseconds: an advice is not worth a long wait
   */
  async search(scene: Scene, budget: number): Promise<Face | undefined> {
    // The first look may have to wait for the worker to start: it is not counted.
    let end = Infinity;
    const { picture, width, height } = scene;
    const whole = { left: 0, top: 0, width, height };
    for (const part of [whole, ...tiles(width, height)]) {
      if (performance.now() > end) {
        return undefined;
      }
      const candidates = await this.look(picture, part, MAYBE);
      end = Math.min(end, performance.now() + budget);
      const clear = candidates.filter(({ score }) => score >= CLEAR);
      const found = largest(clear) ?? (await this.confirm(scene, candidates[0]));
      if (found) {
        return found;
      }
    }
    return undefined;
  }

  close(): void {
    this.worker.terminate();
  }

  private async confirm({ picture, width, height }: Scene, candidate: Face | undefined) {
    if (!candidate) {
      return undefined;
    }
    const side = Math.max(candidate.width, candidate.height) * SECOND_LOOK;
    const left = Math.max(0, candidate.left + candidate.width / 2 - side / 2);
    const top = Math.max(0, candidate.top + candidate.height / 2 - side / 2);
    const part = {
      left,
      top,
      width: Math.min(side, width - left),
      height: Math.min(side, height - top),
    };
    return largest(await this.look(picture, part, CLEAR));
  }

  /** Looks at a part of a picture, and returns what is there in pixels of the whole. */
  private async look(picture: CanvasImageSource, part: Part, leastScore: number): Promise<Face[]> {
    if (this.failure) {
      throw this.failure;
    }
    const scale = LOOKED_AT / Math.max(part.width, part.height);
    const width = part.width * scale;
    const height = part.height * scale;
    const inset = { x: (LOOKED_AT - width) / 2, y: (LOOKED_AT - height) / 2 };
    this.pen.clearRect(0, 0, LOOKED_AT, LOOKED_AT);
    this.pen.drawImage(
      picture,
      ...[part.left, part.top, part.width, part.height],
      ...([inset.x, inset.y, width, height] as [number, number, number, number]),
    );
    const pixels = this.pen.getImageData(0, 0, LOOKED_AT, LOOKED_AT).data;
    this.count += 1;
    const number = this.count;
    const faces = await new Promise<readonly Face[]>((resolve, reject) => {
      this.waiting.set(number, { resolve, reject });
      const look: Look = { number, pixels, leastScore };
      this.worker.postMessage(look, [pixels.buffer]);
    });
    return faces.map((face) => ({
      left: (face.left - inset.x) / scale + part.left,
      top: (face.top - inset.y) / scale + part.top,
      width: face.width / scale,
      height: face.height / scale,
      score: face.score,
    }));
  }
}

/** A look that has not been answered yet. */
interface Waiting {
  readonly resolve: (faces: readonly Face[]) => void;
  readonly reject: (error: Error) => void;
}

interface Part {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Parts that overlap by half; large and small ones, those in the middle of the picture first. */
function tiles(width: number, height: number): Part[] {
  const fromMiddle = (part: Part) =>
    Math.hypot(part.left + part.width / 2 - width / 2, part.top + part.height / 2 - height / 2);
  return TILES.flatMap((share) => {
    const side = Math.ceil(Math.min(width, height) * share);
    return starts(height, side).flatMap((top) =>
      starts(width, side).map((left) => ({ left, top, width: side, height: side })),
    );
  }).sort((one, other) => fromMiddle(one) - fromMiddle(other));
}

function starts(length: number, side: number): number[] {
  const steps = Math.ceil((length - side) / (side * TILE_STEP));
  return Array.from({ length: steps + 1 }, (_, step) =>
    steps === 0 ? 0 : Math.round(((length - side) * step) / steps),
  );
}

function largest(faces: readonly Face[]): Face | undefined {
  return [...faces].sort((one, other) => other.width * other.height - one.width * one.height)[0];
}

function square(): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  canvas.width = LOOKED_AT;
  canvas.height = LOOKED_AT;
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (!pen) {
    throw new Error('This browser lends no canvas');
  }
  pen.imageSmoothingQuality = 'high';
  return pen;
}
