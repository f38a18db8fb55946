// Makes schemas/: what each provider says of the resource types and data sources that this configuration uses, taken from
// the npm package that carries the provider's schema as types. Run it when a type is added:
//
//   npm run schema
//
// Google's package is 30 MB packed and 400 MB unpacked, so it is no dependency: it is fetched, read, and left behind.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConfiguration } from './configuration.mjs';

const PACKAGES = { google: '@cdktf/provider-google@16.12.1', archive: '@cdktf/provider-archive@11.0.1', time: '@cdktf/provider-time@11.0.1' };
const HERE = fileURLToPath(new URL('.', import.meta.url));

/** The folder in the package that a type is in: google_pubsub_topic is in lib/pubsub-topic. */
function folder(type, isData) {
  return (isData ? 'data-' : '') + (isData ? type : type.replace(/^(google|time)_/, '')).replaceAll('_', '-');
}

/** Splits generated code into classes and functions by name. */
function parts(code) {
  const found = new Map();
  const starts = [...code.matchAll(/^(?:class|function) (\w+)/gm)];
  starts.forEach((start, i) => {
    found.set(start[1], code.slice(start.index, starts[i + 1]?.index));
  });
  return found;
}

/** What the generated classes say of attributes that are only computed: name -> type. */
function computed(code) {
  const attributes = {};
  const getters =
    /\/\/ (\w+) - computed: true, optional: false, required: false\s+get \w+\(\) \{\s+return (?:cdktf\.\w+\.\w+\()?this\.get(\w+)Attribute\(/g;
  for (const [, name, type] of code.matchAll(getters)) attributes[name] = { type: typeOf(type), computed: true };
  const lists = /\/\/ (\w+) - computed: true, optional: false, required: false\s+this\._\w+ = new (\w+)\(/g;
  for (const [, name] of code.matchAll(lists)) attributes[name] = { type: 'dynamic', computed: true };
  return attributes;
}

function typeOf(getter) {
  const types = { String: 'string', Number: 'number', Boolean: 'bool', List: ['list', 'string'], StringMap: ['map', 'string'] };
  return types[getter] ?? 'dynamic';
}

const STORAGE = {
  string: 'string', number: 'number', boolean: 'bool',
  stringList: ['list', 'string'], numberList: ['list', 'number'], stringMap: ['map', 'string'],
};

/** Reads one block: the attributes and blocks that the generated function writes. */
function block(writer, text, all, declarations, interfaceName, path) {
  const attributes = {};
  const blocks = {};
  const declared = declarations.get(interfaceName);
  if (declared === undefined) throw new Error(`${path}: no interface ${interfaceName}`);
  const entry =
    /^ {8,12}(\w+): \{\s+value: (.+?),\s+isBlock: (true|false),\s+type: "(\w+)",\s+storageClassType: "(\w+)",/gms;
  for (const [, name, value, isBlock, kind, storage] of text.matchAll(entry)) {
    const property = /(?:struct|this)\.(?:_)?(\w+)/.exec(value)[1];
    const declaration = new RegExp(`readonly ${property}(\\??): ([^;]+);`).exec(declared);
    if (!declaration) throw new Error(`${path}.${name}: ${property} is not declared`);
    const required = declaration[1] === '';
    if (isBlock === 'true') {
      const inner = /(\w+)ToHclTerraform/.exec(value)[1];
      const type = declaration[2].replace(/\[\].*| \|.*/g, '').trim();
      const content = block(inner, all.get(`${inner}ToHclTerraform`), all, declarations, type, `${path}.${name}`);
      const output = all.get(`${inner[0].toUpperCase()}${inner.slice(1)}OutputReference`) ?? '';
      blocks[name] = {
        nesting: kind === 'simple' || kind === 'struct' ? 'single' : kind,
        required,
        ...(declaration[2].includes('[]') || kind === 'struct' ? {} : { atMostOne: true }),
        attributes: { ...computed(output), ...content.attributes },
        blocks: content.blocks,
      };
    } else {
      const type = kind === 'set' ? ['set', 'string'] : STORAGE[storage] ?? 'dynamic';
      attributes[name] = { type, ...(required ? { required } : { optional: true }) };
    }
  }
  return { attributes, blocks };
}

/** Reads the class of a resource type, a data source or the provider. */
function resource(directory, type, isData) {
  const top = read(join(directory, 'package/lib', folder(type, isData)), type);
  top.attributes.id = { type: 'string', optional: true };
  // Whether the provider fills in what is left out is not in the types; here it may.
  for (const each of Object.values(top.attributes)) if (each.optional) each.computed = true;
  return top;
}

function read(lib, type) {
  const files = readdirSync(lib);
  const code = files.filter((file) => file.endsWith('.js')).map((file) => readFileSync(join(lib, file), 'utf8')).join('\n');
  const types = files.filter((file) => file.endsWith('.d.ts')).map((file) => readFileSync(join(lib, file), 'utf8')).join('\n');
  const declarations = new Map(
    [...types.matchAll(/export interface (\w+)(?: extends [\w.]+)? \{(.*?)^\}/gms)].map(([, name, body]) => [name, body]),
  );
  const all = parts(code);
  const main = [...all].find(([, text]) => /extends cdktf\.Terraform(Resource|DataSource|Provider) /.test(text));
  const text = main[1].slice(main[1].indexOf('synthesizeHclAttributes'));
  const top = block(main[0], text, all, declarations, `${main[0]}Config`, type);
  top.attributes = { ...computed(main[1]), ...top.attributes };
  return top;
}

/** Fetches a provider's package, and writes down what it says of the types that are used. */
function describe(name, packed, { resources, data }) {
  const used = (list) => [...new Set(list.map((each) => each.type))].filter((type) => type.startsWith(`${name}_`)).sort();
  const directory = mkdtempSync(join(tmpdir(), 'schema-'));
  try {
    const tarball = execFileSync('npm', ['pack', packed, '--silent'], { cwd: directory, encoding: 'utf8' }).trim().split('\n').at(-1);
    const sha512 = createHash('sha512').update(readFileSync(join(directory, tarball))).digest('base64');
    const wanted = [
      'package/lib/provider',
      ...used(resources).map((type) => `package/lib/${folder(type, false)}`),
      ...used(data).map((type) => `package/lib/${folder(type, true)}`),
    ];
    execFileSync('tar', ['xzf', tarball, 'package/package.json', ...wanted], { cwd: directory });
    const { cdktf } = JSON.parse(readFileSync(join(directory, 'package/package.json'), 'utf8'));
    const schema = {
      source: { package: packed, integrity: `sha512-${sha512}`, provider: cdktf.provider.name, version: cdktf.provider.version },
      provider: read(join(directory, 'package/lib/provider'), 'provider'),
      resources: Object.fromEntries(used(resources).map((type) => [type, resource(directory, type, false)])),
      data: Object.fromEntries(used(data).map((type) => [type, resource(directory, type, true)])),
    };
    writeFileSync(join(HERE, `schemas/${name}.json`), JSON.stringify(schema, null, 1) + '\n');
    console.log(`schemas/${name}.json: ${cdktf.provider.name} ${cdktf.provider.version}`);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

const configuration = await readConfiguration(join(HERE, '..'));
for (const [name, packed] of Object.entries(PACKAGES)) describe(name, packed, configuration);
