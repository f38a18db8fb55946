// Writes a firebase.json for one project, from the one that the emulators read:
//
//   node firebase-config.mjs CHECKOUT OUTPUT REGION BUCKET APP_CHECK
//
// Rewrites lead to the functions' services in REGION, Storage's rules are for BUCKET, and the page's policy lets reCAPTCHA in
// if APP_CHECK, Terraform's output, is not null. The page, the rules and the indexes lie beside OUTPUT.
import { readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withRecaptcha } from './app-check.mjs';

/** Returns the configuration for one project. */
export function configuration(local, { region, bucket, appCheck = null }) {
  const { hosting, firestore, storage } = local;
  return {
    hosting: {
      ...hosting,
      public: 'page',
      // A function of the 2nd generation is a service of Cloud Run by the same name. Said so, firebase-tools need not
      // look for functions that it has not deployed itself.
      rewrites: hosting.rewrites.map((rewrite) =>
        rewrite.function ? { source: rewrite.source, run: { serviceId: rewrite.function.functionId, region } } : rewrite,
      ),
      headers: appCheck ? lettingRecaptchaIn(hosting.headers) : hosting.headers,
    },
    firestore: { rules: basename(firestore.rules), indexes: basename(firestore.indexes) },
    storage: [{ bucket, rules: basename(storage.rules) }],
  };
}

function lettingRecaptchaIn(rules) {
  return rules.map((rule) => ({
    ...rule,
    headers: rule.headers.map((header) =>
      header.key === 'Content-Security-Policy' ? { ...header, value: withRecaptcha(header.value) } : header,
    ),
  }));
}

if (realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [checkout, output, region, bucket, appCheck] = process.argv.slice(2);
  const local = JSON.parse(readFileSync(join(checkout, 'firebase.json'), 'utf8'));
  const place = { region, bucket, appCheck: JSON.parse(appCheck) };
  writeFileSync(output, JSON.stringify(configuration(local, place), null, 2) + '\n');
}
