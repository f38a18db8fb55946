// What App Check takes beside Terraform's part: the page's settings, and its Content-Security-Policy.
//
//   terraform output -json app_check | node app-check.mjs       prints the page's /app-check.json
//
// Terraform's output is null where App Check is off; then the page has no settings for it, and its policy stays as it is.
import { readFileSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Terraform's output: what the page needs, and whether requests without a token are refused.
 *
 * @typedef {{ site_key: string, app_id: string, is_enforced: boolean } | null} AppCheck
 */

/**
 * What reCAPTCHA loads and frames (developers.google.com/recaptcha/docs/faq), and where the SDK exchanges its answers.
 *
 * @type {Record<string, string[]>}
 */
const SOURCES = {
  'script-src': ['https://www.google.com/recaptcha/', 'https://www.gstatic.com/recaptcha/'],
  'frame-src': ['https://www.google.com/recaptcha/', 'https://recaptcha.google.com/recaptcha/'],
  'connect-src': ['https://content-firebaseappcheck.googleapis.com', 'https://www.google.com/recaptcha/'],
};

/**
 * Returns what the page reads as /app-check.json.
 *
 * @param {AppCheck} appCheck
 */
export function pageSettings(appCheck) {
  return appCheck ? { provider: 'recaptcha-enterprise', siteKey: appCheck.site_key, appId: appCheck.app_id } : {};
}

/**
 * Returns a Content-Security-Policy that lets reCAPTCHA in beside what it lets in already. It asks for no Trusted Types:
 * nobody says that what Google's script loads lives with them, and who is not let in cannot use Moodify at all.
 *
 * @param {string} policy
 */
export function withRecaptcha(policy) {
  const directives = policy.split('; ').filter((directive) => !/^(require-trusted-types-for|trusted-types) /.test(directive));
  for (const [name, sources] of Object.entries(SOURCES)) {
    const index = directives.findIndex((directive) => directive.startsWith(`${name} `));
    if (index < 0) throw new Error(`The Content-Security-Policy has no ${name}`);
    directives[index] += ` ${sources.join(' ')}`;
  }
  return directives.join('; ');
}

if (realpathSync(process.argv[1] ?? '.') === fileURLToPath(import.meta.url)) {
  console.log(JSON.stringify(pageSettings(JSON.parse(readFileSync(0, 'utf8')))));
}
