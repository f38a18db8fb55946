import { Publisher } from './publisher';

/** How long an answer may take, in milliseconds; as long as the service worker gives a page. */
const TIMEOUT_MS = 4_000;
/** After how long a server that did not answer is asked again, in milliseconds. */
const AGAIN_AFTER_MS = 5_000;

/** Small, and never from a cache, since the service worker leaves HEAD alone. */
const ADDRESS = '/robots.txt';

/**
 * Whether the page reaches its server. `navigator.onLine` alone does not tell: it is true in a network
 * that leads nowhere, and Chromium 150 has been seen to set it in every page that a service worker has
 * answered. Such a page asks the server, and so does one that got no answer to a request.
 */
export class Connection {
  private readonly changes = new Publisher<boolean>();
  private isReachable = true;
  private isAsking = false;
  private again: ReturnType<typeof setTimeout> | undefined;

  /** Begins to follow the browser's own events. Returns what ends that. */
  start(): () => void {
    window.addEventListener('online', this.comeBack);
    window.addEventListener('offline', this.goAway);
    if (isAnsweredByServiceWorker()) {
      void this.check();
    }
    return () => {
      window.removeEventListener('online', this.comeBack);
      window.removeEventListener('offline', this.goAway);
      clearTimeout(this.again);
    };
  }

  get isOnline(): boolean {
    return navigator.onLine && this.isReachable;
  }

  /** Calls back with whether there is a connection, whenever that changes. Returns what ends it. */
  watch(onChange: (isOnline: boolean) => void): () => void {
    return this.changes.subscribe(onChange);
  }

  /** Asks the server whether it is there, and again and again until it is. */
  async check(): Promise<void> {
    // Without any network the browser itself says when there is one again.
    if (this.isAsking || !navigator.onLine) {
      return;
    }
    this.isAsking = true;
    clearTimeout(this.again);
    const wasReachable = this.isReachable;
    this.isReachable = await answers();
    this.isAsking = false;
    if (!this.isReachable) {
      this.again = setTimeout(() => void this.check(), AGAIN_AFTER_MS);
    }
    if (this.isReachable !== wasReachable) {
      this.changes.publish(this.isOnline);
    }
  }

  private readonly comeBack = () => {
    this.isReachable = true;
    this.changes.publish(true);
  };

  private readonly goAway = () => {
    this.changes.publish(false);
  };
}

/** The one connection of the page, which starts it. */
export const connection = new Connection();

function isAnsweredByServiceWorker(): boolean {
  return 'serviceWorker' in navigator && navigator.serviceWorker.controller !== null;
}

/** Whatever the server answers will do. */
async function answers(): Promise<boolean> {
  try {
    await fetch(ADDRESS, {
      method: 'HEAD',
      cache: 'no-store',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return true;
  } catch {
    return false;
  }
}
