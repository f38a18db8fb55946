import { afterEach, describe, expect, test } from 'vitest';
import { commandOf, repeatAfter, SHORTCUTS, type Command } from './shortcuts';

/** Presses a key on an element of the page. */
function press(key: string, html = '', init: KeyboardEventInit = {}): Command | undefined {
  document.body.innerHTML = html;
  const target = document.body.querySelector('[data-here]') ?? document.body;
  let command: Command | undefined;
  const listen = (event: KeyboardEvent) => {
    command = commandOf(event);
  };
  document.addEventListener('keydown', listen);
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...init }));
  document.removeEventListener('keydown', listen);
  return command;
}

afterEach(() => {
  document.body.innerHTML = '';
});

describe('a key', () => {
  test.each<[string, Command]>([
    ['k', 'toggle'],
    ['K', 'toggle'],
    [' ', 'toggle'],
    ['n', 'next'],
    ['?', 'help'],
    ['-', 'softer'],
  ])('%j means %s', (key, command) => {
    expect(press(key)).toBe(command);
  });

  test('that has no meaning has none', () => {
    expect(press('x')).toBeUndefined();
    expect(press('Enter')).toBeUndefined();
  });

  test.each<[string, string]>([
    ['a text field', '<input data-here type="text">'],
    ['a field without a type', '<input data-here>'],
    ['a longer text', '<textarea data-here></textarea>'],
    ['a list', '<select data-here></select>'],
    ['a dialog', '<dialog open><button data-here></button></dialog>'],
  ])('means nothing in %s', (_, html) => {
    expect(press('k', html)).toBeUndefined();
  });

  test('means something on a slider, which is not typed into', () => {
    expect(press('k', '<input data-here type="range">')).toBe('toggle');
  });

  test('is left to the button that has the focus, if it is the space bar', () => {
    expect(press(' ', '<button data-here></button>')).toBeUndefined();
  });

  test.each(['ctrlKey', 'metaKey', 'altKey'] as const)('held with %s is the browser’s', (held) => {
    expect(press('p', '', { [held]: true })).toBeUndefined();
  });

  test('has one meaning only', () => {
    expect(new Set(SHORTCUTS.map(({ key }) => key)).size).toBe(SHORTCUTS.length);
    expect(new Set(SHORTCUTS.map(({ command }) => command)).size).toBe(SHORTCUTS.length);
  });
});

test('repeat goes round', () => {
  expect([repeatAfter('off'), repeatAfter('all'), repeatAfter('one')]).toEqual([
    'all',
    'one',
    'off',
  ]);
});
