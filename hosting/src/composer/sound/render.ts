import type { Score } from '../score';
import { breathe } from './breathe';
import { mix, toBuffer } from './desk';
import { master, secondsOf, type Recording } from './master';
import { RemoteBand } from './remote-band';
import { Seam } from './seam';
import { SAMPLE_RATE, silence } from './signal';

/** How to go about rendering. */
export interface RenderOptions {
  /** Told the share that is done, in [0, 1], after every stretch. */
  readonly onProgress?: (share: number) => void;
  /** Ends the work early. */
  readonly signal?: AbortSignal;
}

/**
 * How much of a piece is rendered at a time, in seconds: little at first, so that it can soon be heard;
 * then more, because every stretch takes with it what rings out of it. The last goes on.
 */
const STRETCHES = [4, 6, 10, 16, 24];

/** How long the melody's repeats go on, in seconds. */
const REPEATS = 2;

let lastMix: Promise<unknown> = Promise.resolve();

/**
 * Plays a piece into recordings, one after the other, faster than it sounds; the next one is only begun
 * when it is asked for. Together they are the piece.
 *
 * @throws DOMException named AbortError if it was ended early
 */
export async function* renderStretches(
  score: Score,
  signal?: AbortSignal,
): AsyncGenerator<Recording, void> {
  const { character, seconds } = score;
  const band = new RemoteBand(score);
  try {
    const room = band.room();
    const stretches = stretchesOf(seconds);
    const play = (index: number) => {
      const next = stretches[index];
      return next && band.play(next.start, next.length);
    };
    // The band plays the next stretch while the desk mixes this one.
    let coming = play(0);
    const level = band.level();
    const answer = toBuffer(...(await room));
    const seam = new Seam();
    for (const [index, { start, length }] of stretches.entries()) {
      const played = await coming;
      signal?.throwIfAborted();
      if (played) {
        coming = play(index + 1);
        const ringing = played.seconds + character.reverberation + REPEATS;
        const mixed = await inTurn(() => mix(played.stems, character, answer, ringing));
        signal?.throwIfAborted();
        await breathe();
        const recording = seam.add(
          { left: mixed.getChannelData(0), right: mixed.getChannelData(1) },
          length,
        );
        await breathe();
        const whole = { length: Math.round(seconds * SAMPLE_RATE), level: await level };
        for (const part of secondsOf(recording)) {
          master(
            part,
            { ...whole, loudness: character.loudness },
            start * SAMPLE_RATE + part.start,
          );
          await breathe();
        }
        yield recording;
      }
    }
  } finally {
    band.close();
  }
}

/**
 * Plays a piece into one recording.
 *
 * @throws DOMException named AbortError if it was ended early
 */
export async function render(
  score: Score,
  { onProgress, signal }: RenderOptions = {},
): Promise<Recording> {
  const whole = { left: silence(score.seconds), right: silence(score.seconds) };
  let done = 0;
  for await (const { left, right } of renderStretches(score, signal)) {
    const room = whole.left.length - done;
    whole.left.set(left.subarray(0, room), done);
    whole.right.set(right.subarray(0, room), done);
    done += left.length;
    onProgress?.(Math.min(1, done / whole.left.length));
  }
  return whole;
}

/** Cuts a piece into stretches; all but the last begin at whole seconds. */
function stretchesOf(seconds: number): { start: number; length: number }[] {
  const stretches = [];
  let start = 0;
  for (let index = 0; start < seconds; index += 1) {
    const longest = STRETCHES[Math.min(index, STRETCHES.length - 1)] ?? seconds;
    const length = Math.min(longest, seconds - start);
    stretches.push({ start, length });
    start += length;
  }
  return stretches;
}

/** The mixing desk is there once: Tone.js has one context at a time. */
function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  const turn = lastMix.then(work);
  lastMix = turn.catch(() => undefined);
  return turn;
}
