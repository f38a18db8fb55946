/** What a link of an e-mail about an account is for, in Firebase's own words. */
export type EmailMode =
  | 'resetPassword'
  | 'verifyEmail'
  | 'recoverEmail'
  | 'verifyAndChangeEmail'
  | 'revertSecondFactorAddition';

const MODES: readonly string[] = [
  'resetPassword',
  'verifyEmail',
  'recoverEmail',
  'verifyAndChangeEmail',
  'revertSecondFactorAddition',
] satisfies EmailMode[];

/** The path that the links of e-mails lead to, see docs/deploy.md. */
const PATH = /^\/action\/?$/;

/** A link of an e-mail about an account. */
export interface EmailLink {
  /** Absent in a link that is cut short, or of a kind that Moodify sends no e-mail about. */
  readonly mode?: EmailMode;
  /** Proves that the e-mail was read; works once. */
  readonly code: string;
}

/** Returns the link of an e-mail that an address is; nothing if it is another page's. */
export function emailLinkOf(address: URL): EmailLink | undefined {
  if (!PATH.test(address.pathname)) {
    return undefined;
  }
  const mode = address.searchParams.get('mode') ?? '';
  const code = address.searchParams.get('oobCode') ?? '';
  return isMode(mode) && code !== '' ? { mode, code } : { code: '' };
}

function isMode(mode: string): mode is EmailMode {
  return MODES.includes(mode);
}
