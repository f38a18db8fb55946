// Reads the Terraform configuration: the root module and the modules below it.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from '@cdktn/hcl2json';

/** The folders of a configuration: the root first. */
export function modules(root) {
  const below = readdirSync(join(root, 'modules')).map((name) => join(root, 'modules', name));
  return [root, ...below];
}

/** Parses the files of one folder. Throws with the file's name and the place if one is no HCL. */
export async function readModule(folder) {
  const files = [];
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.tf')).sort()) {
    const path = join(folder, name);
    files.push({ path, name, json: await parse(name, readFileSync(path, 'utf8')) });
  }
  return files;
}

/** Lists what is declared under a keyword with two labels: resource and data. */
function labelled(files, keyword) {
  return files.flatMap(({ path, json }) =>
    Object.entries(json[keyword] ?? {}).flatMap(([type, byName]) =>
      Object.entries(byName).flatMap(([name, bodies]) =>
        bodies.map((body) => ({ address: `${type}.${name}`, type, name, body, file: basename(path) })),
      ),
    ),
  );
}

/** Lists what is declared under a keyword with one label: variable, output, module, provider. */
function named(files, keyword) {
  return files.flatMap(({ path, json }) =>
    Object.entries(json[keyword] ?? {}).flatMap(([name, bodies]) =>
      bodies.map((body) => ({ name, body, file: basename(path) })),
    ),
  );
}

/** Reads one module: its declarations by kind. */
export async function readDeclarations(folder) {
  const files = await readModule(folder);
  return {
    folder,
    files,
    resources: labelled(files, 'resource'),
    data: labelled(files, 'data'),
    variables: named(files, 'variable'),
    outputs: named(files, 'output'),
    modules: named(files, 'module'),
    locals: files.flatMap(({ json }) => (json.locals ?? []).flatMap((body) => Object.keys(body))),
    terraform: files.flatMap(({ json }) => json.terraform ?? []),
    imports: files.flatMap(({ json }) => json.import ?? []),
  };
}

/** Reads a configuration: all modules, and their resources and data sources together. */
export async function readConfiguration(root) {
  const all = await Promise.all(modules(root).map(readDeclarations));
  return {
    modules: all,
    resources: all.flatMap((module) => module.resources),
    data: all.flatMap((module) => module.data),
  };
}
