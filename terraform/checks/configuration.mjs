// Reads the Terraform configuration: the root module and the modules below it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from '@cdktn/hcl2json';

/** Lists what is declared under a keyword with one label: variable, output, module. */
const named = (files, keyword) =>
  files.flatMap(({ json }) =>
    Object.entries(json[keyword] ?? {}).flatMap(([name, bodies]) => bodies.map((body) => ({ name, body }))),
  );

/** Lists what is declared under a keyword with two labels, a type and a name: resource, data. */
const labelled = (files, keyword) =>
  files.flatMap(({ file, json }) =>
    Object.entries(json[keyword] ?? {}).flatMap(([type, byName]) =>
      Object.entries(byName).flatMap(([name, bodies]) =>
        bodies.map((body) => ({ address: `${type}.${name}`, type, body, file })),
      ),
    ),
  );

/** Reads one module: its declarations by kind. Throws with the file's name and the place if a file is not HCL. */
async function readModule(folder) {
  const names = readdirSync(folder).filter((name) => name.endsWith('.tf'));
  const files = await Promise.all(
    names.map(async (file) => ({ file, json: await parse(file, readFileSync(join(folder, file), 'utf8')) })),
  );
  return {
    folder,
    resources: labelled(files, 'resource'),
    data: labelled(files, 'data'),
    variables: named(files, 'variable'),
    outputs: named(files, 'output'),
    modules: named(files, 'module'),
    locals: Object.assign({}, ...files.flatMap(({ json }) => json.locals ?? [])),
  };
}

/** Reads a configuration: all modules, the root first, and their resources and data sources together. */
export async function readConfiguration(root) {
  const folders = [root, ...readdirSync(join(root, 'modules')).map((name) => join(root, 'modules', name))];
  const modules = await Promise.all(folders.map(readModule));
  return {
    modules,
    locals: modules[0].locals,
    resources: modules.flatMap((module) => module.resources),
    data: modules.flatMap((module) => module.data),
  };
}
