import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeTrack } from './fake-track';
import './piece-download';

const composeFile = vi.hoisted(() => vi.fn());
vi.mock('../composer', () => ({ composeFile, startWorkersBy: () => undefined }));

const recipe = { seed: 1, valence: 0.5, arousal: 0.5 };
const original = fakeTrack('moodify-1', { title: 'Golden Parade', artist: 'Moodify', recipe });

async function shown(track = original) {
  const element = document.createElement('piece-download');
  element.track = track;
  document.body.replaceChildren(element);
  await element.updateComplete;
  return { element, button: element.querySelector('button') };
}

/** The names of files that were handed over. */
let saved: string[];

beforeEach(() => {
  saved = [];
  composeFile.mockReset();
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    saved.push(this.download);
  });
});

describe('the button that downloads a piece', () => {
  test('is there for originals alone, and says which', async () => {
    const { button } = await shown();
    expect(button?.getAttribute('aria-label')).toContain('Golden Parade');
    const links = { audio: { url: 'https://audio.example/1.mp3', kind: 'direct' as const } };
    expect((await shown(fakeTrack('jamendo-1', { links }))).button).toBeNull();
  });

  test('composes the piece, shows how far it is, and hands it over under its name', async () => {
    const content = new Blob(['sound']);
    let finish: () => void = () => undefined;
    composeFile.mockImplementation((_recipe: unknown, onProgress: (share: number) => void) => {
      onProgress(0.42);
      return new Promise((resolve) => {
        finish = () => {
          resolve({ content, ending: '.webm' });
        };
      });
    });
    const { element, button } = await shown();
    button?.click();
    await vi.waitFor(() => {
      expect(element.textContent).toContain('42');
    });
    button?.click();
    finish();
    await vi.waitFor(() => {
      expect(saved).toEqual(['Moodify - Golden Parade.webm']);
    });
    expect(composeFile).toHaveBeenCalledOnce();
    expect(composeFile.mock.calls[0]?.[0]).toEqual(recipe);
    await element.updateComplete;
    expect(element.querySelector('[data-icon=download]')).not.toBeNull();
  });

  test('gives up when it is taken off the page, without a word', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    composeFile.mockImplementation(
      (_recipe: unknown, _onProgress: unknown, signal: AbortSignal) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => {
            reject(new DOMException('ended', 'AbortError'));
          });
        }),
    );
    const { element, button } = await shown();
    button?.click();
    await vi.waitFor(() => {
      expect(composeFile).toHaveBeenCalled();
    });
    element.remove();
    await element.updateComplete;
    expect(saved).toEqual([]);
    expect(warn).not.toHaveBeenCalled();
  });
});
