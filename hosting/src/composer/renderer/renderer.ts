import type { Score } from '../notes/score';
import { Synthesizer } from '../sound/synthesizer';
import { Convolution } from '../sound/convolution';
import { mix, type Room } from '../sound/mixer';
import { master, type Mastering, type Recording } from '../sound/master';
import { roomResponse } from '../sound/room';
import { Seam } from '../sound/seam';
import { SAMPLE_RATE } from '../sound/signal';

/**
 * How much of a piece is recorded at a time, in seconds: little at first, so that it can soon be heard;
 * then more, because every stretch takes with it what rings out of it. The last goes on.
 */
const STRETCHES = [4, 6, 10, 16, 24];

/** How long the melody's repeats go on, in seconds. */
const REPEATS = 2;

/** A stretch of a piece, in seconds. */
interface Stretch {
  readonly start: number;
  readonly length: number;
}

/** Records a piece, a stretch at a time. All of it is hard work that nothing else waits for. */
export class Renderer {
  private readonly synthesizer: Synthesizer;
  private readonly room: Room;
  private readonly mastering: Mastering;
  private readonly seam = new Seam();
  private readonly coming: Iterator<Stretch, undefined>;

  constructor(private readonly score: Score) {
    const { character, seconds } = score;
    this.synthesizer = new Synthesizer(score);
    const [left, right] = roomResponse(character.reverberation);
    this.room = { left: new Convolution(left), right: new Convolution(right) };
    this.mastering = {
      level: this.synthesizer.level(),
      loudness: character.loudness,
      length: Math.round(seconds * SAMPLE_RATE),
    };
    this.coming = stretchesOf(seconds);
  }

  /** Returns the next stretch as it is heard, or nothing after the last; together they are the piece. */
  next(): Recording | undefined {
    const stretch = this.coming.next().value;
    if (!stretch) {
      return undefined;
    }
    const { character } = this.score;
    const played = this.synthesizer.play(stretch.start, stretch.length);
    const ringing = played.seconds + character.reverberation + REPEATS;
    const mixed = mix(played.stems, character, this.room, ringing);
    const recording = this.seam.add(mixed, stretch.length);
    master(recording, this.mastering, Math.round(stretch.start * SAMPLE_RATE));
    return recording;
  }
}

/** Cuts a piece into stretches; all but the last begin at whole seconds. */
function* stretchesOf(seconds: number): Generator<Stretch, undefined> {
  let start = 0;
  for (let index = 0; start < seconds; index += 1) {
    const longest = STRETCHES[Math.min(index, STRETCHES.length - 1)] ?? seconds;
    const length = Math.min(longest, seconds - start);
    yield { start, length };
    start += length;
  }
  return undefined;
}
