// What is inside of jars: libraries that were packed into others, which no list of dependencies names.
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const PROPERTIES = /^META-INF\/maven\/[^/]+\/[^/]+\/pom\.properties$/;

/** The files of a ZIP whose names a test likes: name to bytes (PKWARE's APPNOTE.TXT, 4.3). */
export function filesIn(zip, isWanted) {
  let end = zip.length - 22;
  while (end >= 0 && zip.readUInt32LE(end) !== END) end--;
  if (end < 0) throw new Error('This is no ZIP');
  const found = new Map();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0 && zip.readUInt32LE(at) === ENTRY; left--) {
    const [method, size] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)];
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) => zip.readUInt16LE(at + field));
    const local = zip.readUInt32LE(at + 42);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    if (isWanted(name)) {
      const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
      const bytes = zip.subarray(start, start + size);
      found.set(name, method === 0 ? bytes : inflateRawSync(bytes));
    }
    at += 46 + nameLength + extraLength + commentLength;
  }
  return found;
}

/**
 * The libraries that a jar names in itself, and in the jars in it: each as { group, name, version }. Maven leaves a
 * pom.properties of each; a jar that was made by another tool has at best a manifest.
 */
export function librariesIn(jar) {
  return [...filesIn(jar, (name) => PROPERTIES.test(name) || name === 'META-INF/MANIFEST.MF' || name.endsWith('.jar'))].flatMap(([name, bytes]) => {
    if (name.endsWith('.jar')) return librariesIn(bytes);
    return PROPERTIES.test(name) ? ofProperties(bytes.toString()) : ofManifest(bytes.toString());
  });
}

function ofProperties(text) {
  const value = (key) => new RegExp(`^${key}\\s*=\\s*(.*?)\\s*$`, 'm').exec(text)?.[1];
  const library = { group: value('groupId'), name: value('artifactId'), version: value('version') };
  return Object.values(library).every(Boolean) ? [library] : [];
}

/** A bundle's name is often group and name in one; long lines of a manifest go on after a space. */
function ofManifest(text) {
  const lines = text.replace(/\r?\n /g, '');
  const value = (key) => new RegExp(`^${key}: *([^;\\r\\n]+)`, 'm').exec(lines)?.[1].trim();
  const [bundle, version] = [value('Bundle-SymbolicName'), value('Bundle-Version')];
  const dot = bundle?.lastIndexOf('.') ?? -1;
  return dot > 0 && version ? [{ group: bundle.slice(0, dot), name: bundle.slice(dot + 1), version }] : [];
}

/** Where Maven keeps a library's jar; nothing if it is not there. */
export function jarOf({ group, name, version }, repository = process.env.MAVEN_REPOSITORY ?? join(homedir(), '.m2/repository')) {
  const path = join(repository, ...group.split('.'), name, version, `${name}-${version}.jar`);
  return existsSync(path) ? path : undefined;
}

/**
 * What is packed into the libraries of a CycloneDX list, as more entries of it. What the list names anyway, in any
 * version, is not repeated: the class path has that one first.
 */
export function packedInto(list, find = jarOf) {
  const key = ({ group, name }) => `${group}/${name}`;
  const known = new Set(list.components.map(key));
  return list.components
    .filter(({ group, purl }) => group && purl.startsWith('pkg:maven/') && group !== 'app.moodify')
    .flatMap((outer) => {
      const path = find(outer);
      if (path === undefined) return [];
      const seen = new Set();
      return librariesIn(readFileSync(path))
        .filter((inner) => key(inner) !== key(outer) && !known.has(key(inner)))
        .filter((inner) => !seen.has(key(inner)) && seen.add(key(inner)))
        .map((inner) => ({
          type: 'library',
          ...inner,
          purl: `pkg:maven/${inner.group}/${inner.name}@${inner.version}`,
          scope: outer.scope,
          licenses: outer.licenses,
          properties: [{ name: 'moodify:inside', value: `${key(outer)} ${outer.version}` }],
        }));
    });
}
