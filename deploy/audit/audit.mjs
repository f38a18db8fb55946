// Looks at what Moodify is made of: lists it (CycloneDX), and reports licences that do not fit, known faults, and
// secrets in the sources. Needs no network but what Maven needs to list what is not listed yet.
//
// Libraries that are packed into others are looked at too, see jars.mjs.
//
//   ./moodify audit            with the advisories that are in the repository
//   ./moodify audit --online   asks osv.dev as well
//
// Ends with 1 if anything was found. The lists are in .moodify/audit and docs/licences.md.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { packedInto } from './jars.mjs';
import { advisoryFaults, licenceFaults, oldAge, REVIEWED, secretFaults } from './rules.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const OUTPUT = join(ROOT, '.moodify/audit');
const OSV = 'https://api.osv.dev/v1/querybatch';
/** How many questions osv.dev takes at once. */
const OSV_BATCH = 1000;
const LARGEST_TEXT = 2_000_000;

/** The libraries that a CycloneDX list names, without Moodify's own modules. */
export function components(list) {
  return list.components
    .filter(({ group }) => group !== 'app.moodify')
    .map(({ group, name, version, purl, scope, licenses = [] }) => ({
      ecosystem: purl.startsWith('pkg:npm/') ? 'npm' : 'Maven',
      name: group ? `${group}/${name}` : name,
      version,
      isShipped: scope !== 'excluded',
      licences: licenses.map(({ license, expression }) => expression ?? license.id ?? license.name),
    }));
}

function read(path) {
  return JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
}

function listJava() {
  console.log('Listing the Java libraries ...');
  execFileSync('mvn', ['-B', '-q', '-f', join(ROOT, 'pom.xml'), 'org.cyclonedx:cyclonedx-maven-plugin:makeAggregateBom'], { stdio: ['ignore', 'inherit', 'inherit'] });
  return read('target/bom.json');
}

/**
 * What Google's buildpack starts functions with, from a layer of its own: deploy/packages names the release. It is in
 * no package, and nothing in a package can replace it.
 */
export function buildpackList(pom) {
  const version = /<artifactId>java-function-invoker<\/artifactId>\s*<version>([^<]+)</.exec(pom)?.[1];
  if (version === undefined) throw new Error('deploy/packages/pom.xml names no release of java-function-invoker');
  const [group, name] = ['com.google.cloud.functions.invoker', 'java-function-invoker'];
  return { components: [{ type: 'library', group, name, version, purl: `pkg:maven/${group}/${name}@${version}`, licenses: [{ license: { id: 'Apache-2.0' } }] }] };
}

/** A CycloneDX list of what npm's lock file names. npm's own refuses where two packages want different releases. */
export function pageList(lock) {
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { type: 'application', name: lock.name, version: lock.version ?? '0' } },
    components: Object.entries(lock.packages)
      .filter(([path, { link }]) => path !== '' && !link)
      .map(([path, { version, license, integrity, dev, optional }]) => {
        const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
        return {
          type: 'library',
          name,
          version,
          purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
          scope: dev || optional ? 'excluded' : 'required',
          licenses: license ? [{ expression: license }] : [],
          hashes: integrity?.startsWith('sha512-') ? [{ alg: 'SHA-512', content: Buffer.from(integrity.slice(7), 'base64').toString('hex') }] : [],
        };
      }),
  };
}

/** The licence list: one line a library that is shipped with the functions or the page. */
function licenceList(libraries) {
  const lines = libraries.filter(({ isShipped }) => isShipped).map(({ ecosystem, name, version, licences }) => `| ${name} | ${version} | ${ecosystem} | ${REVIEWED[name] ?? licences.join(' or ')} |`);
  return ['# Licences of what is shipped', 'Made by `./moodify audit`; the models\' are in models/LICENSES.md.', '', '| library | version | from | licence |', '|---|---|---|---|', ...[...new Set(lines)].sort(), ''].join('\n');
}

/** The paths of what git keeps in a checkout, and of what it would with the next `git add`. */
export function filesOf(checkout) {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: checkout, encoding: 'utf8', maxBuffer: 10_000_000 });
  return [...new Set(listed.split('\0'))].filter((path) => path !== '' && statSync(join(checkout, path), { throwIfNoEntry: false })?.isFile());
}

/** Sentences about secrets in a checkout's files. */
export function secrets(checkout) {
  return filesOf(checkout).flatMap((path) => {
    const file = join(checkout, path);
    return statSync(file).size > LARGEST_TEXT ? [] : secretFaults(path, readFileSync(file, 'utf8'));
  });
}

/** Asks osv.dev about every library; only public names and versions are sent. */
export async function askOsv(components, address = OSV) {
  const sentences = [];
  let questions = components.map((component) => ({ component, query: query(component) }));
  while (questions.length > 0) {
    const asked = questions.slice(0, OSV_BATCH);
    const body = JSON.stringify({ queries: asked.map((each) => each.query) });
    const response = await fetch(address, { method: 'POST', body, signal: AbortSignal.timeout(60_000) });
    if (!response.ok) throw new Error(`osv.dev answered ${response.status}`);
    const { results } = await response.json();
    const unfinished = asked.flatMap(({ component, query }, i) => {
      const { vulns = [], next_page_token } = results[i] ?? {};
      sentences.push(...vulns.map(({ id }) => `${component.name} ${component.version}: ${id} (https://osv.dev/${id})`));
      return next_page_token ? [{ component, query: { ...query, page_token: next_page_token } }] : [];
    });
    questions = [...unfinished, ...questions.slice(OSV_BATCH)];
  }
  return sentences;
}

function query({ ecosystem, name, version }) {
  return { package: { ecosystem, name: ecosystem === 'Maven' ? name.replace('/', ':') : name }, version };
}

async function main() {
  const { values } = parseArgs({ options: { online: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } });
  if (values.help) {
    console.log('Usage: ./moodify audit [--online]\nLists libraries and licences, and looks for known faults and for secrets.');
    return 0;
  }
  mkdirSync(OUTPUT, { recursive: true });
  const java = listJava();
  java.components.push(...packedInto(java));
  writeFileSync(join(OUTPUT, 'java.cdx.json'), JSON.stringify(java, null, 1));
  const page = pageList(read('hosting/package-lock.json'));
  writeFileSync(join(OUTPUT, 'page.cdx.json'), JSON.stringify(page, null, 1));
  const libraries = [...components(java), ...components(page)];
  writeFileSync(join(ROOT, 'docs/licences.md'), licenceList(libraries));

  const buildpack = buildpackList(readFileSync(join(ROOT, 'deploy/packages/pom.xml'), 'utf8'));
  buildpack.components.push(...packedInto(buildpack));
  writeFileSync(join(OUTPUT, 'buildpack.cdx.json'), JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.6', version: 1, ...buildpack }, null, 1));

  const { asOf, advisories } = read('deploy/audit/advisories.json');
  const old = oldAge(asOf, new Date());
  if (old) console.log(old);
  const findings = {
    'Licences that need a look': licenceFaults(libraries),
    [`Known faults, of the ${advisories.length} that are written down here (${asOf})`]: advisoryFaults(libraries, advisories),
    'Secrets in the sources': secrets(ROOT),
  };
  if (values.online) {
    try {
      findings['Known faults, by osv.dev'] = await askOsv(libraries, process.env.MOODIFY_OSV_URL);
    } catch (error) {
      findings['Known faults, by osv.dev'] = [`it could not be asked: ${error.cause?.code ?? error.message}`];
    }
  }
  let found = 0;
  for (const [title, sentences] of Object.entries(findings)) {
    console.log(`${title}: ${sentences.length === 0 ? 'none' : ''}`);
    sentences.forEach((sentence) => console.log(`  ${sentence}`));
    found += sentences.length;
  }
  const notOurs = advisoryFaults(components(buildpack), advisories);
  console.log(`Known faults in what Google's buildpack starts functions with, which no package can replace: ${notOurs.length === 0 ? 'none' : ''}`);
  notOurs.forEach((sentence) => console.log(`  ${sentence}`));
  if (notOurs.length > 0) console.log('  Not counted: see docs/threat-model.md, "The web server".');
  if (!values.online) console.log('Only osv.dev knows all faults: ./moodify audit --online asks it.');
  console.log(`${libraries.length} libraries; the lists are in .moodify/audit and docs/licences.md.`);
  return found === 0 ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await main();
