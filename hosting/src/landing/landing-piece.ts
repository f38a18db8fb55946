import type { Original, Recipe } from '../composer';
import { loadComposer } from '../shared/load-composer';

/** Where the piece stands: `preparing` until there is something to be heard. */
export type PieceStatus = 'idle' | 'preparing' | 'playing' | 'paused';

/** Begins to make a piece from its recipe. */
type Composer = (recipe: Recipe) => Pick<Original, 'address' | 'goOn' | 'hurry' | 'end'>;

/** What the piece is played with; an `Audio` of the browser fits. */
type Speaker = Pick<
  HTMLAudioElement,
  'src' | 'paused' | 'play' | 'pause' | 'addEventListener' | 'removeAttribute' | 'load'
>;

/** Pleasant and rather lively, as for the smile beside it. Its title is English in every language. */
export const PIECE = {
  title: 'A Bright Morning',
  recipe: { seed: 20_261_201, valence: 0.75, arousal: 0.45 },
} as const;

/** The composer is fetched when somebody wants to hear it, and not before. */
const loadOriginals = async (): Promise<Composer> => {
  const { Original } = await loadComposer();
  return (recipe) => new Original(recipe, () => undefined);
};

/**
 * One piece that is composed here and played to who has no account: nothing is asked of any server but
 * the page's own script.
 */
export class LandingPiece {
  status: PieceStatus = 'idle';

  private original: ReturnType<Composer> | undefined;
  private speaker: Speaker | undefined;
  private address = '';
  /** Counts what was begun, so that what is given up cannot come back late. */
  private attempt = 0;

  /**
   * @param onChange called when the status has changed
   * @param onError called with what went wrong; the status is `idle` then
   */
  constructor(
    private readonly onChange: () => void,
    private readonly onError: (error: unknown) => void,
    private readonly load: () => Promise<Composer> = loadOriginals,
    private readonly makeSpeaker: () => Speaker = () => new Audio(),
  ) {}

  /** Plays it, from where it was paused; or pauses it, or gives up what is being prepared. */
  async toggle(): Promise<void> {
    switch (this.status) {
      case 'preparing':
        this.close();
        break;
      case 'playing':
        this.speaker?.pause();
        break;
      default:
        await this.play();
    }
  }

  /** Stops it, and lets go of everything. */
  close(): void {
    this.attempt += 1;
    this.speaker?.pause();
    this.speaker?.removeAttribute('src');
    this.speaker?.load();
    this.speaker = undefined;
    this.original?.end();
    this.original = undefined;
    URL.revokeObjectURL(this.address);
    this.address = '';
    this.show('idle');
  }

  private async play(): Promise<void> {
    this.attempt += 1;
    const { attempt } = this;
    try {
      if (!this.speaker) {
        this.show('preparing');
        const speaker = await this.prepare(attempt);
        if (attempt !== this.attempt) {
          return;
        }
        this.speaker = speaker;
      }
      await this.speaker.play();
    } catch (error) {
      if (attempt === this.attempt) {
        this.fail(error);
      }
    }
  }

  private async prepare(attempt: number): Promise<Speaker> {
    // Made at the press: some browsers let only what was made then be heard.
    const speaker = this.makeSpeaker();
    const compose = await this.load();
    const original = compose(PIECE.recipe);
    original.goOn();
    if (attempt !== this.attempt) {
      original.end();
      return speaker;
    }
    this.original = original;
    this.address = await original.address();
    this.listen(speaker);
    speaker.src = this.address;
    return speaker;
  }

  private listen(speaker: Speaker): void {
    const when = (event: string, react: () => void) => {
      speaker.addEventListener(event, () => {
        if (speaker === this.speaker) {
          react();
        }
      });
    };
    when('playing', () => {
      this.show('playing');
    });
    when('pause', () => {
      this.show('paused');
    });
    when('waiting', () => {
      this.original?.hurry();
    });
    when('error', () => {
      this.fail(new Error('The piece cannot be played'));
    });
  }

  private fail(error: unknown): void {
    this.close();
    this.onError(error);
  }

  private show(status: PieceStatus): void {
    if (status !== this.status) {
      this.status = status;
      this.onChange();
    }
  }
}
