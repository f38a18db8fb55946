import { beforeEach, describe, expect, test, vi } from 'vitest';
import { LandingPiece, PIECE } from './landing-piece';

class FakeSpeaker extends EventTarget {
  src = '';
  paused = true;

  play(): Promise<void> {
    this.paused = false;
    this.dispatchEvent(new Event('playing'));
    return Promise.resolve();
  }

  pause(): void {
    if (!this.paused) {
      this.paused = true;
      this.dispatchEvent(new Event('pause'));
    }
  }

  removeAttribute(): void {
    this.src = '';
  }

  load(): void {
    this.paused = true;
  }
}

let speakers: FakeSpeaker[];
let original: {
  address: () => Promise<string>;
  goOn: () => void;
  hurry: () => void;
  end: () => void;
};
let onError: (error: unknown) => void;
let recipes: unknown[];

function pieceWith(load?: () => Promise<void>): LandingPiece {
  return new LandingPiece(
    () => undefined,
    onError,
    async () => {
      await load?.();
      return (recipe) => {
        recipes.push(recipe);
        return original;
      };
    },
    () => {
      const speaker = new FakeSpeaker();
      speakers.push(speaker);
      return speaker;
    },
  );
}

beforeEach(() => {
  speakers = [];
  recipes = [];
  onError = vi.fn();
  original = {
    address: vi.fn(() => Promise.resolve('blob:piece')),
    goOn: vi.fn(),
    hurry: vi.fn(),
    end: vi.fn(),
  };
});

describe('the piece on the landing page', () => {
  test('fetches and composes nothing before it is asked for', () => {
    expect(pieceWith().status).toBe('idle');
    expect(recipes).toEqual([]);
    expect(speakers).toEqual([]);
  });

  test('is composed once, played, paused and played on', async () => {
    const piece = pieceWith();
    await piece.toggle();
    expect(piece.status).toBe('playing');
    expect(speakers[0]?.src).toBe('blob:piece');
    expect(original.goOn).toHaveBeenCalled();
    await piece.toggle();
    expect(piece.status).toBe('paused');
    await piece.toggle();
    expect(piece.status).toBe('playing');
    expect(recipes).toEqual([PIECE.recipe]);
    expect(speakers).toHaveLength(1);
  });

  test('is given up by a second press while it is prepared, and never heard then', async () => {
    let letGo: () => void = () => undefined;
    const piece = pieceWith(() => new Promise((resolve) => (letGo = resolve)));
    const begun = piece.toggle();
    expect(piece.status).toBe('preparing');
    await piece.toggle();
    expect(piece.status).toBe('idle');
    letGo();
    await begun;
    expect(piece.status).toBe('idle');
    expect(original.end).toHaveBeenCalled();
    expect(speakers.every(({ paused }) => paused)).toBe(true);
  });

  test('ends with the page that it is on', async () => {
    const piece = pieceWith();
    await piece.toggle();
    piece.close();
    expect(piece.status).toBe('idle');
    expect(speakers[0]?.paused).toBe(true);
    expect(original.end).toHaveBeenCalled();
  });

  test('is composed without a rest once it is waited for', async () => {
    const piece = pieceWith();
    await piece.toggle();
    speakers[0]?.dispatchEvent(new Event('waiting'));
    expect(original.hurry).toHaveBeenCalled();
  });

  test('that cannot be fetched or played is said, and can be tried again', async () => {
    let isAway = true;
    const piece = pieceWith(() => (isAway ? Promise.reject(new Error('away')) : Promise.resolve()));
    await piece.toggle();
    expect(piece.status).toBe('idle');
    expect(onError).toHaveBeenCalledTimes(1);
    isAway = false;
    await piece.toggle();
    expect(piece.status).toBe('playing');
    speakers.at(-1)?.dispatchEvent(new Event('error'));
    expect(piece.status).toBe('idle');
    expect(onError).toHaveBeenCalledTimes(2);
  });
});
