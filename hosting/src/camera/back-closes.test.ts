import { afterEach, expect, test, vi } from 'vitest';
import { backCloses } from './back-closes';

const back = () => window.dispatchEvent(new PopStateEvent('popstate'));

afterEach(() => {
  vi.restoreAllMocks();
});

test('going back closes, and no further step is taken back', () => {
  const close = vi.fn();
  const stepBack = vi.spyOn(history, 'back').mockImplementation(() => undefined);
  const closed = backCloses(close);
  back();
  expect(close).toHaveBeenCalledOnce();
  closed();
  expect(stepBack).not.toHaveBeenCalled();
});

test('what is closed in another way takes its step back, and is not closed twice', () => {
  const close = vi.fn();
  const stepBack = vi.spyOn(history, 'back').mockImplementation(() => void back());
  const closed = backCloses(close);
  closed();
  closed();
  expect(stepBack).toHaveBeenCalledOnce();
  expect(close).not.toHaveBeenCalled();
});
