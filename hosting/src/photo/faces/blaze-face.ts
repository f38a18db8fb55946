import { Net } from './net';

/** A face in pixels of what was looked at. */
export interface Face {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** How sure it is that this is a face, in [0, 1]. */
  readonly score: number;
}

/** The side of the square that the net looks at, in pixels. */
export const LOOKED_AT = 128;

const NUMBERS_PER_ANCHOR = 16;
/** Rows of places at which faces are looked for, and how many sizes there are at each. */
const GRIDS = [
  { side: 16, copies: 2 },
  { side: 8, copies: 6 },
];
/** Two boxes that share this much are of one face. */
const SAME = 0.3;

/**
 * The near-range net of MediaPipe's BlazeFace, the one that looks first in `detect` too
 * (libs/vision: BlazeFace.java). It sees faces from about a fifth of the square upwards.
 */
export class BlazeFace {
  private readonly net: Net;
  private readonly anchors = GRIDS.flatMap(({ side, copies }) =>
    Array.from({ length: side * side * copies }, (_, index) => {
      const cell = Math.floor(index / copies);
      return [((cell % side) + 0.5) / side, (Math.floor(cell / side) + 0.5) / side] as const;
    }),
  );

  /** @param model the bytes of `face_detection_short_range.tflite` */
  constructor(model: ArrayBuffer) {
    this.net = new Net(model);
  }

  /**
   * Looks for faces in a square of {@link LOOKED_AT} pixels.
   *
   * @param pixels red, green, blue, alpha, in [0, 255]
   * @returns one box for each face that reaches the score, the surest first
   */
  look(pixels: Uint8ClampedArray, leastScore: number): Face[] {
    const input = new Float32Array(LOOKED_AT * LOOKED_AT * 3);
    for (let from = 0, to = 0; from < pixels.length; from += 4, to += 3) {
      for (let color = 0; color < 3; color += 1) {
        input[to + color] = (pixels[from + color] ?? 0) / 127.5 - 1;
      }
    }
    const [one, other] = this.net.run(input);
    const boxesFirst = one?.shape.at(-1) === NUMBERS_PER_ANCHOR;
    const [boxes, logits] = boxesFirst ? [one, other] : [other, one];
    const faces = this.anchors.flatMap(([x, y], index) => {
      const score = 1 / (1 + Math.exp(-(logits?.data[index] ?? -Infinity)));
      if (score < leastScore) {
        return [];
      }
      const at = index * NUMBERS_PER_ANCHOR;
      const [shiftX = 0, shiftY = 0, width = 0, height = 0] =
        boxes?.data.subarray(at, at + 4) ?? [];
      const left = x * LOOKED_AT + shiftX - width / 2;
      const top = y * LOOKED_AT + shiftY - height / 2;
      return [{ left, top, width, height, score }];
    });
    return surest(faces);
  }
}

/** Leaves the surest of boxes that lie upon each other. */
function surest(faces: Face[]): Face[] {
  const kept: Face[] = [];
  for (const face of faces.sort((one, other) => other.score - one.score)) {
    if (kept.every((known) => overlap(known, face) < SAME)) {
      kept.push(face);
    }
  }
  return kept;
}

/** The shared area as a share of the area that either covers. */
function overlap(one: Face, other: Face): number {
  const width =
    Math.min(one.left + one.width, other.left + other.width) - Math.max(one.left, other.left);
  const height =
    Math.min(one.top + one.height, other.top + other.height) - Math.max(one.top, other.top);
  const shared = Math.max(0, width) * Math.max(0, height);
  return shared / (one.width * one.height + other.width * other.height - shared);
}
