import type { BrowserContext, ConsoleMessage } from '@playwright/test';

/**
 * What browsers recommend, which is no fault of the page and differs from one version to the next. An
 * advice that is ours to follow does not belong here: it is followed.
 */
const ADVICE = [
  // A test that reads a chart's pixels to see that it is drawn; the page itself never does.
  /^Canvas2D: Multiple readback operations/,
  /^\[Violation\]/,
  /^\[Intervention\]/,
  /^\[Deprecation\]/,
  /was preloaded using link preload but not used/,
];

/** What is said because of the tests themselves. */
const BY_THE_TESTS = [/blocked by Playwright/];

/**
 * What a browser has complained of on the pages of a test: errors, uncaught exceptions, violations of
 * the policy, and warnings of libraries. Advice is none.
 */
export class Complaints {
  private readonly found: string[] = [];

  constructor(context: BrowserContext) {
    context.on('console', (message) => {
      if (isComplaint(message)) {
        this.found.push(`${message.text()} ${message.location().url}`.trim());
      }
    });
    context.on('weberror', (error) => this.found.push(error.error().message));
  }

  get all(): readonly string[] {
    return this.found;
  }
}

/** Judges a message by its kind. */
function isComplaint(message: Pick<ConsoleMessage, 'type' | 'text' | 'location'>): boolean {
  if (!['error', 'warning'].includes(message.type())) {
    return false;
  }
  const { url } = message.location();
  // Firestore's emulator now and then no longer knows a session that the SDK is about to end.
  if (url.includes('.Firestore/') && url.includes('TYPE=terminate')) {
    return false;
  }
  const words = message.text();
  const passed = message.type() === 'warning' ? [...ADVICE, ...BY_THE_TESTS] : BY_THE_TESTS;
  return !passed.some((pattern) => pattern.test(words));
}
