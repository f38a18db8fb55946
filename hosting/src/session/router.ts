import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Publisher } from '../shared/publisher';

/** The pages that have an address of their own. */
export type PageName = 'home' | 'history' | 'insights' | 'saved' | 'profile';

/** What an address asks for. */
export interface Route {
  readonly page: PageName | 'not-there';
  /** The entry that `/history/{moodId}` names. */
  readonly moodId?: string;
}

const PAGES: Readonly<Record<string, PageName>> = {
  '/': 'home',
  '/history': 'history',
  '/insights': 'insights',
  '/saved': 'saved',
  '/profile': 'profile',
};

/** Names of entries are made of the letters that Firestore's own names are made of. */
const ENTRY = /^\/history\/([A-Za-z0-9_-]{1,128})$/;

/** Returns what the path of an address asks for; a slash at its end changes nothing. */
export function routeOf(path: string): Route {
  const bare = path.length > 1 ? path.replace(/\/$/, '') : path;
  const moodId = ENTRY.exec(bare)?.[1];
  if (moodId !== undefined) {
    return { page: 'history', moodId };
  }
  const page = Object.hasOwn(PAGES, bare) ? PAGES[bare] : undefined;
  return { page: page ?? 'not-there' };
}

const routes = new Publisher<Route>();
/** The path of the route that was published last. */
let publishedPath = location.pathname;

/** What the address of the page asks for now. */
export function currentRoute(): Route {
  return routeOf(location.pathname);
}

/** Goes to a page by its path, such as `/history`, without loading the site anew. */
export function navigate(path: string, { replace = false } = {}): void {
  if (replace) {
    history.replaceState(null, '', path);
  } else {
    history.pushState(null, '', path);
    scrollTo({ top: 0, behavior: 'instant' });
  }
  publish();
}

/** Calls back wherever the person goes. Returns what ends it. */
export function watchRoute(onRoute: (route: Route) => void): () => void {
  return routes.subscribe(onRoute);
}

/** Renders its host anew whenever the person goes elsewhere. */
export class RouteController implements ReactiveController {
  private unwatch: (() => void) | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  get route(): Route {
    return currentRoute();
  }

  hostConnected(): void {
    this.unwatch = watchRoute(() => {
      this.host.requestUpdate();
    });
  }

  hostDisconnected(): void {
    this.unwatch?.();
  }
}

/** Takes plain links within the site, and the browser's back and forward. Returns what ends it. */
export function followLinks(): () => void {
  document.addEventListener('click', followLink);
  window.addEventListener('popstate', followStep);
  return () => {
    document.removeEventListener('click', followLink);
    window.removeEventListener('popstate', followStep);
  };
}

/** A step back that stays on its page, such as one that closed the camera, is no news. */
function followStep(): void {
  if (location.pathname !== publishedPath) {
    publish();
  }
}

function publish(): void {
  publishedPath = location.pathname;
  routes.publish(currentRoute());
}

function followLink(event: MouseEvent): void {
  const held = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  if (event.defaultPrevented || event.button !== 0 || held || !(event.target instanceof Element)) {
    return;
  }
  const link = event.target.closest('a');
  if (link?.target !== '' || link.hasAttribute('download')) {
    return;
  }
  const address = new URL(link.href, location.href);
  const isPage = address.origin === location.origin && !address.pathname.startsWith('/api/');
  // Within the page the browser goes by itself.
  const isWithin = address.hash !== '' && address.pathname === location.pathname;
  if (isPage && !isWithin) {
    event.preventDefault();
    navigate(address.pathname + address.search);
  }
}
