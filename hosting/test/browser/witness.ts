import type { BrowserContext, Response } from '@playwright/test';

/** Whoever signs in or is signed in already is looked up under one of these. */
const ACCOUNTS = /\/accounts:(signUp|signInWithPassword|signInWithIdp|lookup)\b/;
/** The name of a photo that is uploaded is that of its entry. */
const UPLOAD = /\/o\?.*name=photos%2F([^%&]+)%2F([^%&]+)/;

/** Sees what happens on every page of a test, in case that it has to be reported. */
export class Witness {
  /** What the pages wrote, each with its kind. */
  readonly lines: string[] = [];
  /** The people who were signed in, by their uid. */
  readonly people = new Set<string>();
  /** The entries of which a photo was sent. */
  readonly moodIds = new Set<string>();
  private readonly since = Date.now();

  constructor(context: BrowserContext) {
    context.on('console', (message) => {
      this.note(`${message.type()}: ${message.text()} (${message.location().url})`);
    });
    context.on('weberror', (error) => {
      const thrown = error.error();
      this.note(`uncaught: ${thrown.stack ?? thrown.message}`);
    });
    context.on('requestfailed', (request) => {
      this.note(
        `failed: ${request.method()} ${request.url()} ${request.failure()?.errorText ?? ''}`,
      );
    });
    context.on('response', (response) => void this.look(response));
  }

  private async look(response: Response): Promise<void> {
    const [, , moodId] = UPLOAD.exec(response.url()) ?? [];
    if (moodId !== undefined) {
      this.moodIds.add(moodId);
    }
    if (ACCOUNTS.test(response.url()) && response.ok()) {
      // A page that is closed meanwhile takes the answer with it.
      const answer = (await response.json().catch(() => ({}))) as Answer;
      [answer, ...(answer.users ?? [])].forEach(({ localId }) => {
        if (localId !== undefined) {
          this.people.add(localId);
        }
      });
    }
  }

  private note(line: string): void {
    this.lines.push(`${String(Date.now() - this.since).padStart(6)} ms  ${line}`);
  }
}

interface Answer {
  readonly localId?: string;
  readonly users?: readonly { readonly localId?: string }[];
}
