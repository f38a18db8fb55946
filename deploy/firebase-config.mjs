// Writes a firebase.json for one project, from the one that the emulators read:
//
//   node firebase-config.mjs CHECKOUT OUTPUT REGION BUCKET
//
// Rewrites lead to the functions' services in REGION, and Storage's rules are for BUCKET. The page, the rules and the
// indexes lie beside OUTPUT.
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Returns the configuration for one project. */
export function configuration(local, { region, bucket }) {
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
    },
    firestore: { rules: basename(firestore.rules), indexes: basename(firestore.indexes) },
    storage: [{ bucket, rules: basename(storage.rules) }],
  };
}

if (process.argv.length > 2) {
  const [checkout, output, region, bucket] = process.argv.slice(2);
  const local = JSON.parse(readFileSync(join(checkout, 'firebase.json'), 'utf8'));
  writeFileSync(output, JSON.stringify(configuration(local, { region, bucket }), null, 2) + '\n');
}
