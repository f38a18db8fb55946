import type { Recipe } from './notes/recipe';
import { SAMPLE_RATE } from './sound/signal';
import { encodeWav } from './sound/wav';
import { GrowingFile } from './stream/growing-file';
import { canStreamOpus, OPUS_FILE_TYPE } from './stream/opus-file';
import { openRecording, render, type RecordingSession } from './renderer/render';

/** A piece that is made so many times faster than it sounds is throttled. */
const UNHURRIED = 8;
/**
 * How long the making of a piece rests, by how long it worked. At 1, a tap on the player's buttons took
 * up to 128 ms meanwhile, on two cores of which one plays a slow phone; at 3, up to 96.
 */
const REST = 3;

/** Whether pieces can be played while they are composed; found out once. */
let streaming: Promise<boolean> | undefined;

/** A piece of music that is being made from a recipe, without any network. */
export class Original {
  private readonly abortion = new AbortController();
  private readonly wholeWanted = deferred();
  private readonly waitedFor = deferred();
  private readonly playable: Promise<() => string>;

  /**
   * Begins to make it. It only goes on after its opening once {@link goOn} is called.
   *
   * @param onProgress called with the share that is done, in [0, 1]
   */
  constructor(
    recipe: Recipe,
    private readonly onProgress: (share: number) => void,
  ) {
    this.playable = this.make(recipe);
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
    this.wholeWanted.resolve();
  }

  /** Has it made without a rest from now on: somebody waits. */
  hurry(): void {
    this.waitedFor.resolve();
  }

  /** Gives up what is not made yet. */
  end(): void {
    this.abortion.abort();
    this.wholeWanted.resolve();
  }

  private async make(recipe: Recipe): Promise<() => string> {
    streaming ??= canStreamOpus();
    return (await streaming) ? this.stream(recipe) : this.whole(recipe);
  }

  private async whole(recipe: Recipe): Promise<() => string> {
    await this.wholeWanted.promise;
    const piece = encodeWav(await render(recipe, this.onProgress, this.abortion.signal));
    return () => URL.createObjectURL(piece);
  }

  /** Resolves when there is something to be heard, and goes on from there. */
  private async stream(recipe: Recipe): Promise<() => string> {
    const audible = deferred();
    let file: GrowingFile | undefined;
    const session = await openRecording(recipe, this.abortion.signal, (part) => {
      file?.add(part);
      audible.resolve();
    });
    // Nothing is written before the first stretch is asked for.
    const growing = (file = new GrowingFile(OPUS_FILE_TYPE, session.seconds));
    await Promise.race([audible.promise, this.write(session, growing)]);
    return () => growing.open();
  }

  private async write({ seconds, stretches }: RecordingSession, file: GrowingFile): Promise<void> {
    const length = Math.round(seconds * SAMPLE_RATE);
    let done = 0;
    let begun = performance.now();
    try {
      for await (const { samples } of stretches) {
        done += samples;
        this.onProgress(Math.min(1, done / length));
        await this.rest(performance.now() - begun, samples);
        await this.wholeWanted.promise;
        begun = performance.now();
      }
      file.end();
    } catch (error) {
      file.fail();
      throw error;
    }
  }

  /**
   * Throttles the work: leaves the machine to others after a stretch, so that a phone answers to taps and stays cool; not
   * where the making is slow, and somebody may come to wait for what is next.
   */
  private async rest(took: number, samples: number): Promise<void> {
    if (took * UNHURRIED < (samples / SAMPLE_RATE) * 1000) {
      const rested = new Promise((resolve) => setTimeout(resolve, REST * took));
      await Promise.race([rested, this.waitedFor.promise]);
    }
  }
}

/** A promise that is resolved from outside. */
function deferred(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((onResolve) => (resolve = onResolve));
  return { promise, resolve };
}
