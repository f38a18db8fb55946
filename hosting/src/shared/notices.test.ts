import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { holdUndo, notify, offerUndo, settleUndo, UNDO_MS, watchNotice } from './notices';
import type { Notice } from './notices';

let shown: Notice | undefined;
let unwatch: () => void;
const undo = vi.fn();
const commit = vi.fn(() => Promise.resolve());

beforeEach(() => {
  vi.useFakeTimers();
  unwatch = watchNotice((notice) => {
    shown = notice;
  });
});

afterEach(async () => {
  await settleUndo();
  notify(undefined);
  unwatch();
  vi.useRealTimers();
  vi.clearAllMocks();
});

describe('what can be taken back', () => {
  test('is done for good when its time is over', async () => {
    offerUndo({ key: 'history.deleted', undo, commit });
    expect(shown).toMatchObject({
      key: 'history.deleted',
      kind: 'done',
      action: { key: 'app.undo' },
    });
    await vi.advanceTimersByTimeAsync(UNDO_MS - 1);
    expect(commit).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(commit).toHaveBeenCalledOnce();
    expect(shown).toBeUndefined();
    expect(undo).not.toHaveBeenCalled();
  });

  test('is taken back, and then never done', async () => {
    offerUndo({ key: 'history.deleted', undo, commit });
    shown?.action?.run();
    expect(undo).toHaveBeenCalledOnce();
    expect(shown).toBeUndefined();
    await vi.advanceTimersByTimeAsync(2 * UNDO_MS);
    await settleUndo();
    expect(commit).not.toHaveBeenCalled();
  });

  test('cannot be taken back once it is done', () => {
    offerUndo({ key: 'history.deleted', undo, commit });
    const late = shown?.action?.run;
    notify(undefined);
    late?.();
    expect(undo).not.toHaveBeenCalled();
  });

  test.each([
    [
      'the notice is closed',
      () => {
        notify(undefined);
      },
    ],
    [
      'another notice comes',
      () => {
        notify({ key: 'trouble.offline', kind: 'trouble' });
      },
    ],
    [
      'the page is left',
      () => {
        window.dispatchEvent(new Event('pagehide'));
      },
    ],
    [
      'something else can be taken back',
      () => {
        offerUndo({ key: 'history.deleted', undo });
      },
    ],
  ])('is done for good when %s', (_, happen) => {
    offerUndo({ key: 'history.deleted', undo, commit });
    happen();
    expect(commit).toHaveBeenCalledOnce();
    expect(undo).not.toHaveBeenCalled();
  });

  test('waits while the notice is looked at', async () => {
    offerUndo({ key: 'history.deleted', undo, commit });
    holdUndo(true);
    await vi.advanceTimersByTimeAsync(10 * UNDO_MS);
    expect(commit).not.toHaveBeenCalled();
    holdUndo(false);
    await vi.advanceTimersByTimeAsync(UNDO_MS);
    expect(commit).toHaveBeenCalledOnce();
  });

  test('is waited for where it has to be done', async () => {
    const finish: (() => void)[] = [];
    const slow = () => new Promise<void>((resolve) => finish.push(resolve));
    offerUndo({ key: 'history.deleted', undo, commit: slow });
    const settled = vi.fn();
    void settleUndo().then(settled);
    await vi.advanceTimersByTimeAsync(0);
    expect(settled).not.toHaveBeenCalled();
    finish[0]?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(settled).toHaveBeenCalledOnce();
  });

  test('that fails is no failure of the notice', async () => {
    const warned = vi.spyOn(console, 'warn').mockReturnValue();
    offerUndo({ key: 'history.deleted', undo, commit: () => Promise.reject(new Error('no')) });
    await settleUndo();
    expect(warned).toHaveBeenCalledOnce();
  });
});
