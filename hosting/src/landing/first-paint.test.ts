import { render } from 'lit';
import { expect, test } from 'vitest';
import page from '../../index.html?raw';
import { text } from '../messages/messages';
import { landingPicture } from './landing-picture';
import { landingStart } from './landing-start';

const first = new DOMParser().parseFromString(page, 'text/html');

const wordsOf = (element: Element | null) => element?.textContent.replace(/\s+/g, ' ').trim();
const textOf = (selector: string) => wordsOf(first.querySelector(selector));

test('what stands in index.html for a newcomer is what the page says later', async () => {
  const start = document.createElement('div');
  document.body.append(start);
  render(
    landingStart(true, () => undefined),
    start,
  );
  await start.querySelector('mood-buttons')?.updateComplete;
  expect(textOf('.first-paint h1')).toBe(text('landing.headline'));
  expect(textOf('.first-paint .lead')).toBe(text('landing.promise'));
  expect(textOf('.first-paint .try button')).toBe(text('landing.try'));
  expect(textOf('.first-paint .try p')).toBe(text('landing.try.explained'));
  expect(textOf('.first-paint .landing-start')).toBe(wordsOf(start));
  expect(first.querySelector('.first-paint img')?.getAttribute('alt')).toBe(
    text('landing.picture'),
  );
  expect(first.title).toBe(text('app.title.landing'));
});

test('the picture of the first paint is the one that stays, so that it is fetched once', () => {
  const host = document.createElement('div');
  render(landingPicture(), host);
  const [then, now] = [first, host].map((place) => place.querySelector('img'));
  for (const name of ['src', 'srcset', 'sizes', 'width', 'height']) {
    expect(then?.getAttribute(name)).toBe(now?.getAttribute(name));
  }
});
