import type { Fields } from './as-function';

/** What stands in the account of someone who agrees that photos are read. */
export const agreed = (): Fields => ({
  consent: { given: true, version: 2n, at: new Date() },
});
