// What is looked for: licences that fit, faults that are known, secrets. Functions of values, so that they can be tested.

/** Licences that may be shipped with Moodify, by SPDX's identifiers. Others need a person's look, see REVIEWED. */
export const FITTING = new Set([
  '0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BSL-1.0', 'CC0-1.0', 'CC-BY-3.0', 'CC-BY-4.0',
  'EPL-1.0', 'EPL-2.0', 'ISC', 'MIT', 'MIT-0', 'MPL-2.0', 'OFL-1.1', 'Python-2.0', 'Unlicense', 'Zlib', 'WTFPL',
]);

/** Libraries whose licence a person has looked at: why it fits. */
export const REVIEWED = {
  // Parts of firebase-tools and Lighthouse, which only build, test and deploy; their licences are in their own files.
  'deep-freeze': 'public domain',
  fuzzy: 'MIT',
  'parse-cache-control': 'BSD-3-Clause',
  'url-template': 'BSD-3-Clause',
  'valid-url': 'MIT',
  'com.google.re2j/re2j': 'BSD-3-Clause, which it calls the Go License',
  'javax.annotation/javax.annotation-api': 'CDDL-1.1 or GPL-2.0 with the class path exception: unchanged library, linked only',
};

/** Whether a licence fits: of a choice (OR) one must, of a sum (AND) all. */
export function fits(licence) {
  const plain = String(licence ?? '').replace(/[()]/g, ' ').trim();
  if (plain === '') return false;
  if (/ OR /i.test(plain)) return plain.split(/ OR /i).some(fits);
  if (/ AND /i.test(plain)) return plain.split(/ AND /i).every(fits);
  return FITTING.has(plain);
}

/** Sentences about components whose licence does not fit; a component has name, version and licences. */
export function licenceFaults(components) {
  return components
    .filter(({ name, licences }) => !(name in REVIEWED) && !licences.some(fits))
    .map(({ name, version, licences }) => `${name} ${version}: ${licences.join(' or ') || 'names no licence'}`);
}

/** Compares versions by their numbers: 1.10 comes after 1.9, 4.1.0.Final and 4.1.0 are the same. */
export function compareVersions(a, b) {
  const numbers = (version) => String(version).split(/[.\-+_]/).filter((part) => /^\d+$/.test(part)).map(Number);
  const [left, right] = [numbers(a), numbers(b)];
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Sentences about components that an advisory is about: its ranges are [introduced, fixed). */
export function advisoryFaults(components, advisories) {
  return components.flatMap(({ ecosystem, name, version }) =>
    advisories
      .filter((advisory) => advisory.ecosystem === ecosystem && advisory.name === name)
      .filter(({ ranges }) =>
        ranges.some(
          ({ introduced, fixed }) =>
            compareVersions(version, introduced ?? '0') >= 0 && (fixed === undefined || compareVersions(version, fixed) < 0),
        ),
      )
      .map(({ id, summary, ranges }) => `${name} ${version}: ${id}, ${summary}; repaired in ${ranges.map(({ fixed }) => fixed).join(', ')}`),
  );
}

const LONGEST_DAYS = 60;

/** A sentence about a list of advisories that nobody has looked through for long; nothing if it is recent. */
export function oldAge(asOf, now) {
  const days = Math.floor((now - new Date(asOf)) / 86_400_000);
  return days > LONGEST_DAYS ? `OLD: the list of advisories was looked through ${days} days ago (${asOf}); newer faults are missing. Ask osv.dev with --online.` : undefined;
}

const SECRETS = [
  ['a private key', /-----BEGIN (?:RSA |DSA |EC |OPENSSH |ENCRYPTED |PGP )?PRIVATE KEY/],
  ["a Google API key", /\bAIza[0-9A-Za-z_-]{35}\b/],
  ["a Google OAuth token", /\bya29\.[0-9A-Za-z_-]{30,}/],
  ["a Google OAuth client secret", /\bGOCSPX-[0-9A-Za-z_-]{28}\b/],
  ["an AWS access key", /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/],
  ["a GitHub token", /\b(?:gh[pousr]_[0-9A-Za-z]{36}|github_pat_[0-9A-Za-z_]{60,})\b/],
  ["a Slack token", /\bxox[abprs]-[0-9A-Za-z-]{20,}/],
  ["an npm token", /\bnpm_[0-9A-Za-z]{36}\b/],
  ['a GitLab token', /\bglpat-[0-9A-Za-z_-]{20,}/],
  ["a Jamendo client id", /\bJAMENDO_CLIENT_ID["']?\s*[:=]\s*["']?[0-9a-f]{8}\b/],
  ["an Audius key", /\bAUDIUS_(?:API_KEY|BEARER_TOKEN)["']?\s*[:=]\s*["']?[0-9A-Za-z+/_=-]{20,}/],
  [
    'a password or key',
    /\b\w*(?:passw(?:or)?d|secret|token|api_?key|access_?key|private_?key)["']?\s*[:=]\s*["'](?=[^"']*[0-9])(?=[^"']*[A-Za-z])[0-9A-Za-z+/_=-]{24,}["']/i,
  ],
  ["a Stripe key", /\b[rs]k_live_[0-9A-Za-z]{20,}\b/],
  ['a signed token (JWT)', /\beyJ[0-9A-Za-z_-]{15,}\.eyJ[0-9A-Za-z_-]{15,}\.[0-9A-Za-z_-]{20,}/],
  ['a password in an address', /\b[a-z][a-z+]*:\/\/[^\s:/@'"$<{]+:(?!password@)[^\s:/@'"$<{]{6,}@(?!127\.|localhost|example)/i],
];

/** Sentences about secrets in a file; a line with "audit: no secret" and the reason is let pass. */
export function secretFaults(path, text) {
  return text.split('\n').flatMap((line, i) =>
    line.includes('audit: no secret')
      ? []
      : SECRETS.filter(([, pattern]) => pattern.test(line)).map(([what]) => `${path}:${i + 1}: looks like ${what}`),
  );
}
