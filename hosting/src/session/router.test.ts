import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { followLinks, navigate, routeOf, watchRoute } from './router';

describe('a path', () => {
  test.each([
    ['/', { page: 'home' }],
    ['/history', { page: 'history' }],
    ['/history/', { page: 'history' }],
    ['/history/mood-0_A', { page: 'history', moodId: 'mood-0_A' }],
    ['/insights', { page: 'insights' }],
    ['/saved', { page: 'saved' }],
    ['/profile', { page: 'profile' }],
    ['/history/a/b', { page: 'not-there' }],
    ['/history/%3Cscript%3E', { page: 'not-there' }],
    ['/constructor', { page: 'not-there' }],
    ['/Profile', { page: 'not-there' }],
  ])('%s is %j', (path, route) => {
    expect(routeOf(path)).toEqual(route);
  });
});

describe('links', () => {
  let stop: () => void;
  const onRoute = vi.fn();
  let unwatch: () => void;

  beforeEach(() => {
    navigate('/', { replace: true });
    stop = followLinks();
    unwatch = watchRoute(onRoute);
    onRoute.mockClear();
  });

  afterEach(() => {
    stop();
    unwatch();
    document.body.replaceChildren();
  });

  const click = (link: string, options: MouseEventInit = {}) => {
    document.body.innerHTML = `${link}<b>x</b></a>`;
    const event = new MouseEvent('click', { bubbles: true, cancelable: true, ...options });
    document.querySelector('b')?.dispatchEvent(event);
  };

  test('within the site are followed without loading it anew', () => {
    click('<a href="/history">');
    expect(onRoute).toHaveBeenCalledExactlyOnceWith({ page: 'history' });
    expect(location.pathname).toBe('/history');
  });

  test.each([
    ['to another window', '<a href="/history" target="_blank">', {}],
    ['to a file', '<a href="/history" download>', {}],
    ['to a function', '<a href="/api/v1/export">', {}],
    ['within the page', '<a href="/#main">', {}],
    ['with a key held', '<a href="/history">', { ctrlKey: true }],
  ])('%s are left to the browser', (_, link, options) => {
    click(link, options);
    expect(onRoute).not.toHaveBeenCalled();
  });

  test('that a step back stays on its page is no news', () => {
    const step = () => window.dispatchEvent(new PopStateEvent('popstate'));
    history.pushState({ overlay: true }, '');
    step();
    expect(onRoute).not.toHaveBeenCalled();
    history.replaceState(null, '', '/insights');
    step();
    expect(onRoute).toHaveBeenCalledExactlyOnceWith({ page: 'insights' });
  });
});
