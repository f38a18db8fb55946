// Which ways to sign in the page offers beside a password and as a guest.
//
//   ... | node sign-in.mjs       reads the project's providers, prints the page's /sign-in.json
//
// The providers are those that Google names (identitytoolkit v2, projects.defaultSupportedIdpConfigs.list), so that one
// that is switched on in the console counts as one that Terraform made. The answer holds OAuth secrets: none is printed.
import { readFileSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Returns what the page reads as /sign-in.json.
 *
 * @param {{ defaultSupportedIdpConfigs?: { name: string, enabled?: boolean }[] }} answer
 */
export function signInWays({ defaultSupportedIdpConfigs: providers = [] }) {
  return { google: providers.some(({ name, enabled }) => name.endsWith('/google.com') && enabled === true) };
}

if (realpathSync(process.argv[1] ?? '.') === fileURLToPath(import.meta.url)) {
  console.log(JSON.stringify(signInWays(JSON.parse(readFileSync(0, 'utf8')))));
}
