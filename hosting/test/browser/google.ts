import type { Page } from '@playwright/test';

/**
 * Stands in for Google's pages, which no test can reach: the script that Firebase loads from Google
 * is answered with one that hands over what the test says that Google has said. All of Firebase's own
 * code, and the emulator behind it, are real.
 */
export class Google {
  private constructor(private readonly page: Page) {}

  static async standIn(page: Page): Promise<Google> {
    await page.route('https://apis.google.com/**', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: `(${gapi.toString()})()` }),
    );
    return new Google(page);
  }

  /** Lets the person of this address sign in, in the window or on the way back. */
  async letIn(handler: URL | undefined, email: string, name: string): Promise<void> {
    if (!handler) {
      throw new Error('Nobody has gone to Google');
    }
    const token = JSON.stringify({ sub: `google-${email}`, email, email_verified: true, name });
    const answer = new URL(handler.origin + handler.pathname);
    answer.searchParams.set('providerId', 'google.com');
    answer.searchParams.set('id_token', token);
    await this.say({
      type: handler.searchParams.get('authType'),
      eventId: handler.searchParams.get('eventId'),
      urlResponse: answer.href,
      sessionId: 'a-session',
      postBody: null,
      tenantId: null,
    });
  }

  private async say(authEvent: object): Promise<void> {
    await this.page.waitForFunction(() => 'hearGoogle' in window);
    await this.page.evaluate((event) => {
      (window as unknown as { hearGoogle: (event: object) => void }).hearGoogle(event);
    }, authEvent);
  }
}

/** What Firebase uses of Google's script, in the page. */
function gapi() {
  const globals = window as unknown as Record<string, unknown>;
  const frame = {
    restyle: () => undefined,
    ping: (done: () => void) => {
      done();
      return Promise.resolve();
    },
    register: (_: string, hear: (message: object) => Promise<unknown>) => {
      globals.hearGoogle = (authEvent: object) => hear({ authEvent });
    },
    send: (_: string, __: object, done: (answer: object[]) => void) => {
      setTimeout(done, 0, [{ webStorageSupport: true }]);
    },
  };
  globals.gapi = {
    load: (_: string, { callback }: { callback: () => void }) => {
      callback();
    },
    iframes: {
      CROSS_ORIGIN_IFRAMES_FILTER: {},
      Iframe: frame,
      getContext: () => ({
        open: (_: object, opened: (iframe: object) => Promise<object>) => opened(frame),
      }),
    },
  };
  const script = document.currentScript as HTMLScriptElement;
  const onload = new URL(script.src).searchParams.get('onload') ?? '';
  (globals[onload] as (() => void) | undefined)?.();
}
