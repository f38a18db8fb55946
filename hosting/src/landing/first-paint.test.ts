import { expect, test } from 'vitest';
import page from '../../index.html?raw';
import { text } from '../messages/messages';

const first = new DOMParser().parseFromString(page, 'text/html');

const textOf = (selector: string) =>
  first.querySelector(selector)?.textContent.replace(/\s+/g, ' ').trim();

test('what stands in index.html for a newcomer is what the page says later', () => {
  expect(textOf('.first-paint h1')).toBe(text('landing.headline'));
  expect(textOf('.first-paint .lead')).toBe(text('landing.promise'));
  expect(textOf('.first-paint .try button')).toBe(text('landing.try'));
  expect(textOf('.first-paint .try p')).toBe(text('landing.try.explained'));
  expect(first.querySelector('.first-paint img')?.getAttribute('alt')).toBe(
    text('landing.picture'),
  );
  expect(first.title).toBe(text('app.title.landing'));
});
