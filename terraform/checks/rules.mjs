// What is checked of the configuration where there is no Terraform: each function returns sentences, one a fault.

/** Arguments and blocks that Terraform itself knows in every resource. */
const META = new Set(['count', 'for_each', 'provider', 'depends_on', 'lifecycle', 'provisioner', 'connection', 'dynamic']);

/** Checks every resource and data source against the provider's schema. */
export function schemaFaults({ resources, data }, schema) {
  const faults = [];
  const known = (type) => type.startsWith('google_');
  for (const each of resources.filter(({ type }) => known(type))) {
    check(each, schema.resources[each.type], faults, 'resource type');
  }
  for (const each of data.filter(({ type }) => known(type))) {
    check(each, schema.data[each.type], faults, 'data source');
  }
  return faults;
}

function check({ address, type, body, file }, described, faults, kind) {
  if (!described) {
    faults.push(`${file}: ${address}: the provider has no ${kind} ${type} (or schema.json is old: npm run schema)`);
    return;
  }
  checkBlock(body, described, `${file}: ${address}`, faults, true);
}

function checkBlock(body, described, where, faults, isTop) {
  const dynamic = body.dynamic ?? {};
  for (const name of Object.keys(body)) {
    if (isTop ? META.has(name) : name === 'dynamic') continue;
    if (name in described.blocks) {
      checkInner(asBlocks(body[name]), described.blocks[name], `${where}.${name}`, faults);
    } else if (!(name in described.attributes)) {
      faults.push(`${where}: there is no argument or block "${name}"`);
    } else {
      checkAttribute(body[name], described.attributes[name], `${where}.${name}`, faults);
    }
  }
  for (const [name, bodies] of Object.entries(dynamic)) {
    if (name in described.blocks) {
      checkInner(bodies.flatMap(({ content }) => content), described.blocks[name], `${where}.${name}`, faults, true);
    } else {
      faults.push(`${where}: there is no block "${name}"`);
    }
  }
  for (const [name, { required }] of Object.entries({ ...described.attributes, ...described.blocks })) {
    if (required && !(name in body) && !(name in dynamic)) faults.push(`${where}: "${name}" is required`);
  }
}

function checkInner(bodies, described, where, faults, isDynamic = false) {
  if (bodies === undefined) {
    faults.push(`${where}: is a block, not an argument`);
    return;
  }
  if (described.atMostOne && bodies.length > 1 && !isDynamic) faults.push(`${where}: may be there once, not ${bodies.length} times`);
  for (const body of bodies) checkBlock(body, described, where, faults, false);
}

/** Blocks come as lists of objects; what else has a block's name was written with an equals sign. */
function asBlocks(value) {
  return Array.isArray(value) && value.every((each) => each !== null && typeof each === 'object') ? value : undefined;
}

function checkAttribute(value, { type, computed, optional, required }, where, faults) {
  if (computed && !optional && !required) {
    faults.push(`${where}: is told by the provider and cannot be set`);
    return;
  }
  const isExpression = typeof value === 'string' && value.includes('${');
  if (isExpression || type === 'dynamic' || value === null) return;
  const kind = Array.isArray(type) ? type[0] : type;
  const fits = {
    string: () => ['string', 'number', 'boolean'].includes(typeof value),
    number: () => typeof value === 'number' || (typeof value === 'string' && value !== '' && !Number.isNaN(Number(value))),
    bool: () => typeof value === 'boolean' || value === 'true' || value === 'false',
    list: () => Array.isArray(value),
    set: () => Array.isArray(value),
    map: () => typeof value === 'object' && !Array.isArray(value),
  };
  if (!fits[kind]()) faults.push(`${where}: must be a ${kind}, not ${JSON.stringify(value)}`);
}

// --- References -------------------------------------------------------------------------------------------------------

/** Checks that every reference leads to something that is declared in the same module, or is a module's output. */
export function referenceFaults(configuration) {
  const byFolder = new Map(configuration.modules.map((module) => [module.folder, module]));
  return configuration.modules.flatMap((module) =>
    module.files.flatMap(({ name, json }) =>
      expressions(json).flatMap((expression) =>
        references(expression)
          .filter((reference) => !resolves(reference, module, byFolder))
          .map((reference) => `${name}: ${reference.join('.')} leads nowhere`),
      ),
    ),
  );
}

/** All texts that hold expressions, wherever they are. */
function expressions(value) {
  if (typeof value === 'string') return value.includes('${') ? [...interpolations(value)] : [];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, each]) =>
    // The addresses of these are bare, so that the parser wraps them; types are no expressions.
    key === 'type' && typeof each === 'string' && !each.includes('each.') ? [] : expressions(each),
  );
}

/** The insides of ${...}, without texts in quotes, but with the expressions inside those. */
function* interpolations(text) {
  for (let i = text.indexOf('${'); i >= 0; i = text.indexOf('${', i)) {
    let depth = 1;
    let bare = '';
    let quoted = '';
    let inQuotes = false;
    let j = i + 2;
    for (; j < text.length && depth > 0; j++) {
      const c = text[j];
      if (inQuotes) {
        if (c === '\\') { quoted += c + text[++j]; continue; }
        if (c === '$' && text[j + 1] === '{') {
          let inner = 1;
          const start = j;
          for (j += 2; inner > 0; j++) { if (text[j] === '{') inner++; if (text[j] === '}') inner--; }
          quoted += text.slice(start, j--);
          continue;
        }
        if (c === '"') { inQuotes = false; yield* interpolations(quoted); quoted = ''; bare += '""'; continue; }
        quoted += c;
        continue;
      }
      if (c === '"') { inQuotes = true; continue; }
      if (c === '{') depth++;
      if (c === '}') depth--;
      if (depth > 0) bare += c;
    }
    yield bare;
    i = j;
  }
}

const REFERENCE = /(?<![\w.-])(var|local|module|data|each|path|count|self|google_\w+|archive_\w+)\.([\w-]+)(?:(?:\[[^\]]*\])?\.([\w-]+))?/g;

function references(expression) {
  return [...expression.matchAll(REFERENCE)].map(([, root, name, next]) => (next === undefined ? [root, name] : [root, name, next]));
}

function resolves([root, name, next], module, byFolder) {
  const has = (list, wanted) => list.some((each) => each.name === wanted);
  switch (root) {
    case 'var':
      return has(module.variables, name);
    case 'local':
      return module.locals.includes(name);
    case 'data':
      return module.data.some((each) => each.type === name && each.name === next);
    case 'module': {
      const called = module.modules.find((each) => each.name === name);
      if (!called) return false;
      const folder = byFolder.get(`${module.folder.replace(/\/$/, '')}/${called.body.source.replace(/^\.\//, '')}`);
      return next === undefined || has(folder.outputs, next);
    }
    case 'each':
    case 'count':
    case 'path':
    case 'self':
      return true;
    default:
      return module.resources.some((each) => each.type === root && each.name === name);
  }
}

// --- Access -----------------------------------------------------------------------------------------------------------

const EVERYBODY = /allUsers|allAuthenticatedUsers/;

/** Roles that give far more than a function may need. */
const BROAD = /^roles\/(owner|editor|viewer|browser|.*admin.*)$/i;

/** Checks that nobody has more than they need, and that only the invokers of HTTPS functions are public. */
export function accessFaults({ resources }) {
  const faults = [];
  for (const { address, type, body, file } of resources) {
    const text = JSON.stringify(body);
    if (EVERYBODY.test(text) && !(type === 'google_cloud_run_v2_service_iam_member' && body.role === 'roles/run.invoker' && body.count === '${var.public ? 1 : 0}')) {
      faults.push(`${file}: ${address}: is open to everybody`);
    }
    if (/_iam_(policy|binding)$/.test(type)) {
      faults.push(`${file}: ${address}: replaces what others were given; use ${type.replace(/policy|binding/, 'member')}`);
    }
    if (typeof body.role === 'string' && (BROAD.test(body.role) || body.role.includes('*'))) {
      faults.push(`${file}: ${address}: ${body.role} gives more than any function needs`);
    }
    if (type === 'google_project_iam_custom_role' && body.permissions.some((permission) => permission.includes('*'))) {
      faults.push(`${file}: ${address}: has a wildcard among its permissions`);
    }
    if (type === 'google_service_account_key') faults.push(`${file}: ${address}: keys are stolen; accounts need none here`);
  }
  return faults;
}

// --- What a reader and an owner of data expect ----------------------------------------------------------------------------

/** Checks that variables and outputs say what they are. */
export function descriptionFaults({ modules }) {
  return modules.flatMap(({ folder, variables, outputs }) => [
    ...variables.flatMap(({ name, body }) => [
      ...(body.description ? [] : [`${folder}: variable ${name} has no description`]),
      ...(body.type ? [] : [`${folder}: variable ${name} has no type`]),
      ...(body.validation || ['labels', 'app_check', 'public', 'writes_traces'].includes(name) ? [] : [`${folder}: variable ${name} is not validated`]),
    ]),
    ...outputs.filter(({ body }) => !body.description).map(({ name }) => `${folder}: output ${name} has no description`),
  ]);
}

const KEEPS_DATA = ['google_firestore_database', 'google_identity_platform_config'];

/** Checks that what holds people's data cannot be destroyed by mistake, and that buckets are closed. */
export function dataFaults({ resources }) {
  return resources.flatMap(({ address, type, body, file }) => {
    const faults = [];
    const isPhotos = type === 'google_storage_bucket' && !body.force_destroy;
    if ((KEEPS_DATA.includes(type) || isPhotos) && body.lifecycle?.[0]?.prevent_destroy !== true) {
      faults.push(`${file}: ${address}: holds data and lacks prevent_destroy`);
    }
    if (type === 'google_storage_bucket' && (body.public_access_prevention !== 'enforced' || body.uniform_bucket_level_access !== true)) {
      faults.push(`${file}: ${address}: could become public`);
    }
    return faults;
  });
}
