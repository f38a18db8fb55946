import { test as base } from '@playwright/test';
import { Complaints } from './complaints';
import { explainFailure } from './failure-report';
import { Witness } from './witness';

export { expect } from '@playwright/test';
export type { BrowserContext, Locator, Page, Request, Route } from '@playwright/test';

interface Fixtures {
  /** What the browser has complained of, on every page of the test. */
  readonly complaints: Complaints;
  /** Sees every page of the test, for the report of a failure. */
  readonly witness: Witness;
}

/**
 * Playwright's `test`, of which a failure says what is needed to understand it: what the pages hold,
 * what they wrote to their consoles, and what the functions logged of the people in the test; the trace comes from
 * `playwright.config.ts`.
 */
export const test = base.extend<Fixtures>({
  complaints: async ({ context }, use) => {
    await use(new Complaints(context));
  },
  witness: [
    async ({ context }, use, info) => {
      const witness = new Witness(context);
      await use(witness);
      if (info.status !== info.expectedStatus) {
        await explainFailure(info, context, witness);
      }
    },
    { auto: true },
  ],
});
