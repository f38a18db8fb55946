import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Countdown } from './countdown';

let reported: (number | 'end')[];
const countdown = new Countdown();

function count(seconds: number): void {
  countdown.start(
    seconds,
    (left) => reported.push(left),
    () => reported.push('end'),
  );
}

beforeEach(() => {
  reported = [];
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

test('a countdown reports each second, and its end a second after the last', () => {
  count(3);
  expect(reported).toEqual([3]);
  vi.advanceTimersByTime(2000);
  expect(reported).toEqual([3, 2, 1]);
  vi.advanceTimersByTime(1000);
  expect(reported).toEqual([3, 2, 1, 'end']);
});

test('a countdown that is stopped, or begun anew, does not come to its end', () => {
  count(2);
  count(3);
  vi.advanceTimersByTime(2000);
  countdown.stop();
  vi.advanceTimersByTime(5000);
  expect(reported).toEqual([2, 3, 2, 1]);
});
