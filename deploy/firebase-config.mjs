// Writes a firebase.json for one project, from the one that the emulators read:
//
//   node firebase-config.mjs CHECKOUT OUTPUT REGION BUCKET
//
// Rewrites lead to the functions' services in REGION, Storage's rules are for BUCKET, and paths hold from where
// OUTPUT is.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** Returns the configuration for one project. */
export function configuration(local, { region, bucket, path }) {
  const { hosting, firestore, storage } = local;
  return {
    hosting: {
      ...hosting,
      public: path(hosting.public),
      // A function of the 2nd generation is a service of Cloud Run by the same name. Said so, firebase-tools need not
      // look for functions that it has not deployed itself.
      rewrites: hosting.rewrites.map((rewrite) =>
        rewrite.function ? { source: rewrite.source, run: { serviceId: rewrite.function.functionId, region } } : rewrite,
      ),
    },
    firestore: { rules: path(firestore.rules), indexes: path(firestore.indexes) },
    storage: [{ bucket, rules: path(storage.rules) }],
  };
}

if (process.argv.length > 2) {
  const [checkout, output, region, bucket] = process.argv.slice(2);
  const local = JSON.parse(readFileSync(join(checkout, 'firebase.json'), 'utf8'));
  const path = (name) => relative(dirname(output), join(checkout, name));
  writeFileSync(output, JSON.stringify(configuration(local, { region, bucket, path }), null, 2) + '\n');
}
