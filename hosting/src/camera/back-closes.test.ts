import { afterEach, expect, test, vi } from 'vitest';
import { backCloses } from './back-closes';

const back = () => window.dispatchEvent(new PopStateEvent('popstate'));

afterEach(() => {
  vi.restoreAllMocks();
});

test('going back closes, once, and is no news to those who show pages', () => {
  const close = vi.fn();
  const router = vi.fn();
  window.addEventListener('popstate', router);
  const stepBack = vi.spyOn(history, 'back').mockImplementation(() => undefined);
  const closed = backCloses(close);
  back();
  expect(close).toHaveBeenCalledOnce();
  expect(router).not.toHaveBeenCalled();
  closed();
  expect(stepBack).not.toHaveBeenCalled();
  back();
  expect(router).toHaveBeenCalledOnce();
  window.removeEventListener('popstate', router);
});

test('what is closed in another way takes its step back, quietly', () => {
  const close = vi.fn();
  const router = vi.fn();
  window.addEventListener('popstate', router);
  const stepBack = vi.spyOn(history, 'back').mockImplementation(() => void back());
  backCloses(close)();
  expect(stepBack).toHaveBeenCalledOnce();
  expect(close).not.toHaveBeenCalled();
  expect(router).not.toHaveBeenCalled();
  window.removeEventListener('popstate', router);
});
