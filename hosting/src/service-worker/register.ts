import { registerServiceWorker } from '../shared/trusted-scripts';

/**
 * Keeps the page in the browser for when there is no connection, as soon as nobody waits for anything
 * else. A browser that cannot goes without.
 */
export function keepPage(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) {
    return;
  }
  const register = () => {
    registerServiceWorker('/service-worker.js').catch((error: unknown) => {
      console.warn('The page cannot be kept for later', error);
    });
  };
  const registerSoon = () => {
    setTimeout(register, 2000);
  };
  // The script begins after the first paint, and that may be after all else has come.
  if (document.readyState === 'complete') {
    registerSoon();
  } else {
    window.addEventListener('load', registerSoon, { once: true });
  }
}
