// Keeps the page's own files, so that it opens without a connection: a shell that shows what Firestore
// kept of the history, and composes Moodify's originals. People's data never passes through here.
// This file imports nothing and exports nothing, so that what is built of it is a classic script.
export {};

declare const self: ServiceWorkerGlobalScope;

/** Written by service-worker-plugin.ts: the page's files, and a name that changes with any of them. */
declare const __SHELL__: { readonly version: string; readonly files: readonly string[] };

const SHELL = `moodify-shell-${__SHELL__.version}`;
/** Which project serves the page: asked for anew each time, and remembered for when nobody answers. */
const SETTINGS = 'moodify-settings';
const SETTINGS_FILES = [
  '/__/firebase/init.json',
  '/sign-in.json',
  '/app-check.json',
  '/emulators.json',
];

/** A connection that takes longer than this to answer counts as none, in milliseconds. */
const NETWORK_TIMEOUT_MS = 4000;

self.addEventListener('install', (event) => {
  event.waitUntil(keepShell());
});

self.addEventListener('activate', (event) => {
  event.waitUntil(forgetOldShells());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) {
    return;
  }
  if (SETTINGS_FILES.includes(pathname)) {
    event.respondWith(newestSettings(request));
  } else if (pathname.startsWith('/api/') || pathname.startsWith('/__/')) {
    // Functions, and the part of Firebase that Google sends people back to.
    return;
  } else if (request.mode === 'navigate') {
    event.respondWith(newestPage(request));
  } else {
    event.respondWith(fromShell(request));
  }
});

async function keepShell(): Promise<void> {
  const shell = await caches.open(SHELL);
  await shell.addAll(__SHELL__.files);
  await rememberSettings();
}

/** The page has asked for them already, before this worker was there to see it. */
async function rememberSettings(): Promise<void> {
  const settings = await caches.open(SETTINGS);
  await Promise.all(
    SETTINGS_FILES.map(async (file) => {
      const answer = await fetch(file);
      // There is no emulators.json in production, where the page answers in its stead.
      if (answer.ok && answer.headers.get('content-type')?.includes('json')) {
        await settings.put(file, answer);
      }
    }),
  );
}

async function forgetOldShells(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith('moodify-shell-') && name !== SHELL);
  await Promise.all(old.map((name) => caches.delete(name)));
}

async function newestSettings(request: Request): Promise<Response> {
  const settings = await caches.open(SETTINGS);
  try {
    const answer = await inTime(request);
    if (answer.ok) {
      await settings.put(request, answer.clone());
    }
    return answer;
  } catch (error) {
    const known = await settings.match(request);
    if (known) {
      return known;
    }
    throw error;
  }
}

async function newestPage(request: Request): Promise<Response> {
  try {
    return await inTime(request);
  } catch (error) {
    const shell = await caches.open(SHELL);
    const page = await shell.match('/index.html');
    if (page) {
      return page;
    }
    throw error;
  }
}

/** Files in assets/ never change under one name; the few others change with the shell's version. */
async function fromShell(request: Request): Promise<Response> {
  const shell = await caches.open(SHELL);
  return (await shell.match(request)) ?? fetch(request);
}

function inTime(request: Request): Promise<Response> {
  return fetch(request, { signal: AbortSignal.timeout(NETWORK_TIMEOUT_MS) });
}
