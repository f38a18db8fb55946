// The one place where an address becomes that of a script. The page's Content-Security-Policy has
// browsers that know Trusted Types refuse any other (https://w3c.github.io/trusted-types): a text that
// somebody brings into the page cannot become a script, a worker or markup.

/** As far as it is used; TypeScript does not know it yet. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(address: string): string },
  ): { createScriptURL(address: string): unknown };
}

/** The scripts of others, Google's: what Firebase listens to when somebody signs in, and reCAPTCHA for App Check. */
const FOREIGN = [
  'https://apis.google.com/js/api.js',
  'https://www.google.com/recaptcha/enterprise.js',
];

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
const policy = trustedTypes?.createPolicy('moodify', { createScriptURL: checked });

/** Starts a worker from one of the page's own files. */
export function startWorker(address: string): Worker {
  return new Worker(trusted(address), { type: 'module' });
}

/** Has the browser keep one of the page's own files as its service worker. */
export async function registerServiceWorker(address: string): Promise<void> {
  await navigator.serviceWorker.register(trusted(address));
}

/**
 * Fetches a script and runs it.
 *
 * @throws Error if it is none that is allowed, or could not be fetched
 */
export async function loadScript(address: string): Promise<void> {
  const script = document.createElement('script');
  script.src = trusted(address);
  await new Promise((resolve, reject) => {
    script.addEventListener('load', resolve);
    script.addEventListener('error', () => {
      script.remove();
      reject(new Error(`The script of ${new URL(address).host} could not be fetched`));
    });
    document.head.append(script);
  });
}

/** What browsers with Trusted Types take for an address, which types call a text; others get one. */
function trusted(address: string): string {
  return policy ? (policy.createScriptURL(address) as string) : checked(address);
}

function checked(address: string): string {
  const { href, origin, pathname } = new URL(address, location.href);
  if (origin !== location.origin && !FOREIGN.includes(origin + pathname)) {
    throw new TypeError(`No script is taken from ${origin}${pathname}`);
  }
  return href;
}
