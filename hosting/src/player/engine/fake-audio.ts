import type { AudioElement, AudioEventName } from './audio-element';

/** An audio element whose time goes on when the test says so. */
export class FakeAudio implements AudioElement {
  src = '';
  currentTime = 0;
  duration = 100;
  volume = 1;
  muted = false;
  paused = true;
  ended = false;
  /** Whether it waits for ever to be given the first sound. */
  isSilent = false;
  refusal: string | undefined;
  /** What was loaded to be played next. */
  standing: string | undefined;
  private readonly listeners = new Map<string, () => void>();

  play(): Promise<void> {
    if (this.refusal) {
      return Promise.reject(new DOMException('refused', this.refusal));
    }
    this.paused = false;
    return this.isSilent ? new Promise(() => undefined) : Promise.resolve();
  }

  pause(): void {
    this.paused = true;
  }

  removeAttribute(): void {
    this.src = '';
  }

  standBy(address: string): void {
    this.standing = address;
  }

  addEventListener(type: AudioEventName, listener: () => void): void {
    this.listeners.set(type, listener);
  }

  happen(type: AudioEventName): void {
    this.listeners.get(type)?.();
  }

  /** Plays on for some seconds, a quarter of a second at a time as browsers report it. */
  goOn(seconds: number): void {
    for (let step = 0; step < seconds * 4; step += 1) {
      this.currentTime += 0.25;
      this.happen('timeupdate');
    }
  }
}
