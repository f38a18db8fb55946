import { type AudioElement, type AudioEventName } from './audio-element';

/**
 * How long before its end a track is left, in milliseconds: what a browser takes to let the first sound of
 * the next one be heard. What is left of it plays out.
 */
const LEAD_MS = 40;

/** From here on the end is waited for by a timer, in seconds: the time is reported four times a second. */
const TIMED_FROM = 0.6;

/** What one of the two plays with; an `Audio` of the browser fits. */
export type Deck = Omit<AudioElement, 'standBy'> &
  Pick<HTMLAudioElement, 'preload' | 'readyState' | 'load'>;

/**
 * Two audio elements that are used as one, so that one track follows another without a gap: the next one is
 * loaded by the element that does not play, and begins there just before the one that plays has ended.
 */
export class GaplessAudio implements AudioElement {
  private active: Deck;
  private resting: Deck;
  /** The address that the resting element has loaded. */
  private standing: string | undefined;
  /** Whether the end was reported, and what is left of the track plays out. */
  private hasEndedEarly = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners: [AudioEventName, () => void][] = [];

  constructor(makeDeck: () => Deck = () => new Audio()) {
    this.active = makeDeck();
    this.resting = makeDeck();
    for (const deck of [this.active, this.resting]) {
      this.watch(deck);
    }
  }

  get src(): string {
    return this.active.src;
  }

  /** What stands by already need not be loaded any more. */
  set src(address: string) {
    this.forgetEnd();
    if (address === this.standing) {
      [this.active, this.resting] = [this.resting, this.active];
    } else {
      this.active.src = address;
    }
    this.standing = undefined;
  }

  get currentTime(): number {
    return this.active.currentTime;
  }

  set currentTime(position: number) {
    this.forgetEnd();
    this.active.currentTime = position;
  }

  get duration(): number {
    return this.active.duration;
  }

  get volume(): number {
    return this.active.volume;
  }

  set volume(volume: number) {
    this.active.volume = volume;
    this.resting.volume = volume;
  }

  get muted(): boolean {
    return this.active.muted;
  }

  set muted(muted: boolean) {
    this.active.muted = muted;
    this.resting.muted = muted;
  }

  get paused(): boolean {
    return this.active.paused;
  }

  get ended(): boolean {
    return this.active.ended || this.hasEndedEarly;
  }

  /** Loads what is likely to be played next. It is played by setting {@link src} to the same address. */
  standBy(address: string): void {
    if (address !== this.standing) {
      this.standing = address;
      this.resting.preload = 'auto';
      this.resting.src = address;
      this.resting.load();
    }
  }

  async play(): Promise<void> {
    const { active } = this;
    try {
      await active.play();
    } catch (error) {
      // Some browsers only let an element be heard that has played at a press of the person's before.
      const isRefused = (error as DOMException | undefined)?.name === 'NotAllowedError';
      if (!isRefused || active !== this.active || this.resting.src === '') {
        throw error;
      }
      const { src } = active;
      [this.active, this.resting] = [this.resting, this.active];
      this.active.src = src;
      await this.active.play();
    }
  }

  /** What has ended but for its last moment plays out. */
  pause(): void {
    clearTimeout(this.timer);
    if (!this.hasEndedEarly) {
      this.active.pause();
    }
  }

  removeAttribute(name: string): void {
    this.forgetEnd();
    this.standing = undefined;
    this.active.removeAttribute(name);
    this.resting.pause();
    this.resting.removeAttribute(name);
  }

  addEventListener(type: AudioEventName, listener: () => void): void {
    this.listeners.push([type, listener]);
  }

  private watch(deck: Deck): void {
    const types = ['timeupdate', 'ended', 'error', 'pause', 'play', 'waiting', 'playing'] as const;
    for (const type of types) {
      deck.addEventListener(type, () => {
        if (deck === this.active) {
          this.hear(type);
        }
      });
    }
  }

  private hear(type: AudioEventName): void {
    if (type === 'timeupdate') {
      this.awaitEnd();
    } else if (type !== 'play' && type !== 'playing') {
      clearTimeout(this.timer);
    }
    if (!this.hasEndedEarly) {
      this.report(type);
    }
  }

  /** Reports the end a little early, if there is something to go on with by then. */
  private awaitEnd(): void {
    clearTimeout(this.timer);
    const { duration, currentTime, paused } = this.active;
    const left = duration - currentTime;
    if (paused || this.hasEndedEarly || !(left < TIMED_FROM)) {
      return;
    }
    this.timer = setTimeout(
      () => {
        const canGoOn = this.standing !== undefined && this.resting.readyState >= 3;
        if (canGoOn && !this.active.paused) {
          this.hasEndedEarly = true;
          this.report('ended');
        }
      },
      left * 1000 - LEAD_MS,
    );
  }

  private forgetEnd(): void {
    clearTimeout(this.timer);
    this.hasEndedEarly = false;
  }

  private report(type: AudioEventName): void {
    for (const [wanted, listener] of this.listeners) {
      if (wanted === type) {
        listener();
      }
    }
  }
}
