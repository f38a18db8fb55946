import { nextPaint } from './next-paint';

/**
 * Called before a part of the page changes: if what has the focus there goes with the change, the focus
 * goes to something that stays, so that the keyboard does not begin at the top of the page again.
 *
 * @param stays a selector within the part, of something that can take the focus
 */
export async function keepFocus(part: HTMLElement, stays: string): Promise<void> {
  if (!part.contains(document.activeElement)) {
    return;
  }
  // Elements inside change after this one, and what is hidden loses the focus when it is painted.
  await nextPaint();
  await nextPaint();
  if (part.isConnected && document.activeElement === document.body) {
    part.querySelector<HTMLElement>(stays)?.focus({ preventScroll: true });
  }
}
