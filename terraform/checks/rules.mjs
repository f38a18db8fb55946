// What is asked of the configuration beyond what Terraform itself checks: who may do what, and what a reader and an owner
// of data expect. Each function returns sentences, one a fault.

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

/** Checks that variables and outputs say what they are. */
export function descriptionFaults({ modules }) {
  return modules.flatMap(({ folder, variables, outputs }) => [
    ...variables.flatMap(({ name, body }) => [
      ...(body.description ? [] : [`${folder}: variable ${name} has no description`]),
      ...(body.type ? [] : [`${folder}: variable ${name} has no type`]),
      ...(body.validation || ['labels', 'public', 'writes_traces'].includes(name) ? [] : [`${folder}: variable ${name} is not validated`]),
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

/** Checks that nothing is set that only the provider computes: a fault that the real one finds itself, and no stub. */
export function computedFaults({ resources }, schema) {
  return resources.flatMap(({ address, type, body, file }) =>
    computedIn(body, schema.resources[type]).map((name) => `${file}: ${address}: ${name} cannot be set`),
  );
}

function computedIn(body, { attributes, blocks } = { attributes: {}, blocks: {} }) {
  const dynamic = Object.entries(body.dynamic ?? {}).map(([name, bodies]) => [name, bodies.map(({ content }) => content).flat()]);
  return [...Object.entries(body), ...dynamic].flatMap(([name, value]) => {
    if (name in blocks) return [value].flat().flatMap((inner) => computedIn(inner, blocks[name]));
    return attributes[name]?.computed && !attributes[name].optional ? [name] : [];
  });
}
