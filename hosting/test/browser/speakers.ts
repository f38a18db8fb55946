import type { Page } from '@playwright/test';

declare global {
  interface Window {
    speakers: HTMLAudioElement[];
    sounds: { readonly at: number; readonly type: 'playing' | 'ended' }[];
  }
}

/** What the page plays with, which is nowhere in its document. */
export interface Speakers {
  /** How far the pieces are that are heard now, in seconds. */
  readonly heard: () => Promise<number[]>;
  /** From the end of each track to the first sound of the next, in milliseconds; below 0 where they overlap. */
  readonly gaps: () => Promise<number[]>;
}

/** Has the page keep what it plays with; before it is opened. */
export async function watchSpeakers(page: Page): Promise<Speakers> {
  await page.addInitScript(() => {
    window.speakers = [];
    window.sounds = [];
    const Original = window.Audio;
    window.Audio = class extends Original {
      constructor(src?: string) {
        super(src);
        window.speakers.push(this);
        for (const type of ['playing', 'ended'] as const) {
          this.addEventListener(type, () => {
            window.sounds.push({ at: performance.now(), type });
          });
        }
      }
    };
  });
  return {
    heard: () =>
      page.evaluate(() =>
        window.speakers.filter(({ paused }) => !paused).map(({ currentTime }) => currentTime),
      ),
    gaps: () =>
      page.evaluate(() => {
        const at = (wanted: string) =>
          window.sounds.filter(({ type }) => type === wanted).map((sound) => sound.at);
        const begun = at('playing');
        return at('ended').map((end, index) => (begun[index + 1] ?? Infinity) - end);
      }),
  };
}
