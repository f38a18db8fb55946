import type { Score } from '../notes/score';
import { Synthesizer } from '../sound/synthesizer';
import { Convolution } from '../sound/convolution';
import { mix } from '../sound/mixer';
import { Master } from '../sound/master';
import { roomResponse } from '../sound/room';
import { Seam } from '../sound/seam';
import { SAMPLE_RATE, type Recording } from '../sound/signal';

/**
 * How much of a piece is recorded at a time, in seconds: little at first, so that it can soon be heard;
 * then more, because every stretch takes with it what rings out of it. The last goes on.
 */
const STRETCHES = [2, 4, 8, 16, 24];

/** How long the melody's repeats go on, in seconds. */
const REPEATS = 2;

/** A stretch of a piece, in seconds. */
export interface Stretch {
  readonly start: number;
  readonly length: number;
}

/** Records a piece, a stretch at a time. All of it is hard work that nothing else waits for. */
export class Renderer {
  private readonly synthesizer: Synthesizer;
  private readonly room: Convolution;
  private readonly master: Master;
  private readonly seam = new Seam();
  private readonly coming: Iterator<Stretch>;

  /** @param stretches those to record, in order; absent for the whole piece */
  constructor(
    private readonly score: Score,
    stretches: Iterable<Stretch> = stretchesOf(score.seconds),
  ) {
    const { character, seconds } = score;
    this.synthesizer = new Synthesizer(score);
    this.room = new Convolution(roomResponse(character.reverberation));
    this.master = new Master({
      level: this.synthesizer.level(),
      loudness: character.loudness,
      length: Math.round(seconds * SAMPLE_RATE),
    });
    this.coming = stretches[Symbol.iterator]();
  }

  /** Returns the next stretch as it is heard, or nothing after the last; together they are the piece. */
  next(): Recording | undefined {
    const coming = this.coming.next();
    if (coming.done) {
      return undefined;
    }
    const stretch = coming.value;
    const { character } = this.score;
    const played = this.synthesizer.play(stretch.start, stretch.length);
    const ringing = played.seconds + character.reverberation + REPEATS;
    const mixed = mix(played.stems, character, this.room, ringing);
    return this.master.add(this.seam.add(mixed, stretch.length));
  }
}

/** Cuts a piece into stretches; all but the last begin at whole seconds. */
function* stretchesOf(seconds: number): Generator<Stretch, void> {
  let start = 0;
  for (let index = 0; start < seconds; index += 1) {
    const longest = STRETCHES[Math.min(index, STRETCHES.length - 1)] ?? seconds;
    const length = Math.min(longest, seconds - start);
    yield { start, length };
    start += length;
  }
}
