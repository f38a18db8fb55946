import { compose } from './compose';
import type { Recipe } from './recipe';
import type { Score } from './score';
import { SAMPLE_RATE } from './sound/signal';
import { encodeWav } from './sound/wav';
import { GrowingFile } from './stream/growing-file';
import { canStreamOpus, OPUS_FILE_TYPE } from './stream/opus-file';
import { render, writeStretches } from './studio/render';

/** Whether pieces can be played while they are composed; found out once. */
let streaming: Promise<boolean> | undefined;

/** A piece of music that is being made from a recipe, without any network. */
export class Original {
  private readonly abortion = new AbortController();
  private readonly wholeWanted = gate();
  private readonly playable: Promise<() => string>;

  /**
   * Begins to make it. It only goes on after its opening once {@link goOn} is called.
   *
   * @param onProgress told the share that is done, in [0, 1]
   */
  constructor(
    recipe: Recipe,
    private readonly onProgress: (share: number) => void,
  ) {
    this.playable = this.make(compose(recipe));
    this.playable.catch(() => undefined);
  }

  /**
   * Returns an address for one media element as soon as the opening can be heard. Where a browser
   * cannot play what is still being written, that is when the piece is whole.
   *
   * @throws DOMException named AbortError if it was ended early
   */
  async address(): Promise<string> {
    const open = await this.playable;
    return open();
  }

  /** Has the rest made too. */
  goOn(): void {
    this.wholeWanted.open();
  }

  /** Gives up what is not made yet. */
  end(): void {
    this.abortion.abort();
    this.wholeWanted.open();
  }

  private async make(score: Score): Promise<() => string> {
    streaming ??= canStreamOpus();
    return (await streaming) ? this.stream(score) : this.whole(score);
  }

  private async whole(score: Score): Promise<() => string> {
    await this.wholeWanted.passed;
    const { onProgress } = this;
    const recording = await render(score, { onProgress, signal: this.abortion.signal });
    const piece = encodeWav(recording);
    return () => URL.createObjectURL(piece);
  }

  /** Resolves when there is something to be heard, and goes on from there. */
  private stream(score: Score): Promise<() => string> {
    const file = new GrowingFile(OPUS_FILE_TYPE, score.seconds);
    return new Promise((resolve, reject) => {
      const add = (part: Uint8Array<ArrayBuffer>) => {
        file.add(part);
        resolve(() => file.open());
      };
      this.write(score, add)
        .then(() => {
          file.end();
        })
        .catch((error: unknown) => {
          file.fail();
          reject(error instanceof Error ? error : new Error(String(error)));
        });
    });
  }

  private async write(score: Score, add: (part: Uint8Array<ArrayBuffer>) => void): Promise<void> {
    let done = 0;
    for await (const samples of writeStretches(score, add, this.abortion.signal)) {
      done += samples;
      this.onProgress(Math.min(1, done / lengthOf(score)));
      await this.wholeWanted.passed;
    }
  }
}

const lengthOf = ({ seconds }: Score) => Math.round(seconds * SAMPLE_RATE);

/** What waits until it is opened. */
function gate(): { readonly passed: Promise<void>; readonly open: () => void } {
  let open: () => void = () => undefined;
  const passed = new Promise<void>((resolve) => (open = resolve));
  return { passed, open };
}
