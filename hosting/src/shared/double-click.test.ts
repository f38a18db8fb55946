import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { guardDoubleClicks } from './double-click';

let pressed: string[];
let unguard: () => void;

function button(name: string): HTMLButtonElement {
  const made = document.createElement('button');
  made.append(document.createElement('span'));
  made.addEventListener('click', () => pressed.push(name));
  document.body.append(made);
  return made;
}

/** Clicks as a browser counts the first, second, third of a row. */
function click(target: Element, detail: number): void {
  target.dispatchEvent(new MouseEvent('click', { detail, bubbles: true, cancelable: true }));
}

beforeEach(() => {
  pressed = [];
  unguard = guardDoubleClicks();
});

afterEach(() => {
  unguard();
  document.body.replaceChildren();
});

describe('the second click of a double click', () => {
  test('is not taken by what has come under the pointer', () => {
    const last = button('last');
    const behind = button('behind');
    click(last, 1);
    last.remove();
    click(behind, 2);
    expect(pressed).toEqual(['last']);
  });

  test('is taken by what was pressed first, whichever part of it is hit', () => {
    const next = button('next');
    click(next, 1);
    click(next.querySelector('span') ?? next, 2);
    click(next, 3);
    expect(pressed).toEqual(['next', 'next', 'next']);
  });

  test('is not mistaken for a click of its own elsewhere, nor for a key', () => {
    const one = button('one');
    const other = button('other');
    click(one, 1);
    click(other, 1);
    click(other, 0);
    expect(pressed).toEqual(['one', 'other', 'other']);
  });
});
