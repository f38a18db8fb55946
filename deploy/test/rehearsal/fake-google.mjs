// Google's services as far as a deployment asks them, for one project that nothing was ever deployed to. They answer what
// firebase-tools, curl, gcloud and Terraform ask on the way from an empty project to a page, refuse what Google refuses
// there, and remember what was made. Each answer follows the document that is named beside it.
//
// Firebase-tools and curl reach a service at http://127.0.0.1:PORT/HOST; the stubs of gcloud and Terraform ask
// /gcloud and /terraform, so that all tools see one project.
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { gunzipSync } from 'node:zlib';

export const PROJECT = 'moodify-rehearsal';
export const NUMBER = '123456789012';
export const BUCKET = `${PROJECT}.firebasestorage.app`;

/** Services that refuse a person's own credentials without a project that pays for the calls. */
const WANT_A_QUOTA_PROJECT = ['firebase.googleapis.com', 'identitytoolkit.googleapis.com', 'firebasestorage.googleapis.com'];

const STATUS = { 400: 'INVALID_ARGUMENT', 403: 'PERMISSION_DENIED', 404: 'NOT_FOUND', 409: 'ALREADY_EXISTS', 429: 'RESOURCE_EXHAUSTED', 503: 'UNAVAILABLE' };

class Refusal extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

/** What Google would refuse once: which request, with what. */
export class Fault {
  constructor(asked, code, message) {
    Object.assign(this, { asked, code, message });
  }
}

export class FakeGoogle {
  /** All that was asked, in order: `GET firebase.googleapis.com/v1beta1/projects/...`, `gcloud services enable ...`. */
  asked = [];
  /** What nobody here has an answer to. */
  unanswered = [];

  hasFirebase = false;
  webApps = [];
  sites = [];
  /** How many looks a site is not seen at after it was made. */
  unseenLooks = 0;
  bucketLocation = '';
  stateBucket = '';
  stateBucketLocation = '';
  services = new Set();
  agents = new Set();
  /** Each secret's name and how many versions it has. */
  secrets = new Map();
  isApplied = false;
  accounts = {};
  rulesets = new Map();
  releases = new Map();
  indexes = [];
  fields = [];
  files = {};
  uploads = new Map();
  hostingReleases = [];

  /** @param {Fault[]} faults each happens once */
  constructor(faults = []) {
    this.faults = [...faults];
  }

  async start() {
    this.server = createServer((request, response) => this.#serve(request, response));
    await new Promise((listening) => this.server.listen(0, '127.0.0.1', listening));
    this.port = this.server.address().port;
    return this;
  }

  close() {
    this.server.closeAllConnections();
    this.server.close();
  }

  at(host) {
    return `http://127.0.0.1:${this.port}/${host}`;
  }

  async #serve(request, response) {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const url = new URL(request.url, 'http://fake');
    const tool = /^\/(gcloud|terraform|smoke-test)$/.exec(url.pathname)?.[1];
    const what = tool ? `${tool} ${JSON.parse(body).join(' ')}` : `${request.method} ${url.pathname.slice(1)}${url.search}`;
    this.asked.push(what);
    let answer;
    let code = 200;
    try {
      this.#refuseOnce(what);
      answer = tool ? this[tool](JSON.parse(body)) : this.#answer(request, url, body);
    } catch (error) {
      if (!(error instanceof Refusal)) this.unanswered.push(`${what}: ${error.message}`);
      code = error.code ?? 500;
      answer = tool ? error.message : { error: { code, message: error.message, status: STATUS[code] ?? 'INTERNAL' } };
    }
    response.writeHead(code, { 'content-type': 'application/json' });
    response.end(typeof answer === 'string' ? answer : JSON.stringify(answer ?? {}));
  }

  #refuseOnce(what) {
    const at = this.faults.findIndex(({ asked }) => asked.test(what));
    if (at >= 0) {
      const [{ code, message }] = this.faults.splice(at, 1);
      throw new Refusal(code, message);
    }
  }

  #answer(request, url, body) {
    const [, host, path] = /^\/([^/]+)(\/.*)$/.exec(url.pathname);
    if (WANT_A_QUOTA_PROJECT.includes(host) && request.headers['x-goog-user-project'] !== PROJECT) {
      throw new Refusal(403, `The ${host} API requires a quota project, which is not set by default.`);
    }
    const routes = this[host.replace('.googleapis.com', '')];
    const json = /json/.test(request.headers['content-type'] ?? '') && body.length > 0 ? JSON.parse(body) : undefined;
    for (const [method, pattern, answer] of routes?.call(this) ?? []) {
      const match = method === request.method ? pattern.exec(decodeURIComponent(path)) : null;
      if (match) return answer({ match, query: url.searchParams, json, body });
    }
    throw new Error('nobody answers');
  }

  /** https://firebase.google.com/docs/reference/firebase-management/rest */
  firebase() {
    const needsFirebase = () => {
      if (!this.hasFirebase) throw new Refusal(404, 'Requested entity was not found.');
    };
    return [
      ['GET', /^\/v1beta1\/projects\/[^/:]+$/, () => {
        needsFirebase();
        return { projectId: PROJECT, projectNumber: NUMBER, resources: this.sites.length ? { hostingSite: PROJECT } : {}, state: 'ACTIVE' };
      }],
      ['POST', /^\/v1beta1\/projects\/[^/]+:addFirebase$/, () => {
        this.hasFirebase = true;
        return { name: 'operations/add', done: false };
      }],
      ['GET', /^\/v1(beta1)?\/operations\/(\w+)$/, ({ match }) => ({
        name: `operations/${match[2]}`, done: true,
        response: match[2] === 'add' ? { projectId: PROJECT, projectNumber: NUMBER } : this.webApps.at(-1),
      })],
      ['GET', /^\/v1beta1\/projects\/[^/]+\/webApps$/, () => {
        needsFirebase();
        return { apps: this.webApps };
      }],
      ['POST', /^\/v1beta1\/projects\/[^/]+\/webApps$/, ({ json }) => {
        needsFirebase();
        this.webApps.push({ ...json, appId: `1:${NUMBER}:web:${this.webApps.length}`, projectId: PROJECT });
        return { name: 'operations/app', done: false };
      }],
    ];
  }

  /** https://firebase.google.com/docs/reference/hosting/rest; a project has no site before one is made. */
  firebasehosting() {
    const site = (name) => {
      if (!this.sites.includes(name)) throw new Refusal(404, 'Requested entity was not found.');
      return { name: `projects/${PROJECT}/sites/${name}`, defaultUrl: `https://${name}.web.app`, type: name === PROJECT ? 'DEFAULT_SITE' : 'USER_SITE' };
    };
    return [
      ['GET', /^\/v1beta1\/projects\/[^/]+\/sites$/, () => ({ sites: this.sites.length && this.unseenLooks-- > 0 ? [] : this.sites.map(site) })],
      ['POST', /^\/v1beta1\/projects\/[^/]+\/sites$/, ({ query }) => {
        const name = query.get('siteId');
        if (this.sites.includes(name)) throw new Refusal(409, 'Requested entity already exists.');
        if (query.get('validateOnly') !== 'true') this.sites.push(name);
        return { name: `projects/${PROJECT}/sites/${name}`, type: 'DEFAULT_SITE' };
      }],
      ['GET', /^\/v1beta1\/projects\/[^/]+\/sites\/([^/]+)$/, ({ match }) => site(match[1])],
      ['POST', /\/sites\/([^/]+)\/versions$/, ({ match }) => {
        site(match[1]);
        return { name: `projects/${PROJECT}/sites/${match[1]}/versions/1`, status: 'CREATED' };
      }],
      ['POST', /\/versions\/1:populateFiles$/, ({ json }) => {
        this.files = { ...this.files, ...json.files };
        return { uploadUrl: this.at('upload-firebasehosting.googleapis.com/upload'), uploadRequiredHashes: Object.values(json.files).filter((hash) => !this.uploads.has(hash)) };
      }],
      ['PATCH', /\/versions\/1$/, ({ json }) => {
        const missing = Object.values(this.files).filter((hash) => !this.uploads.has(hash));
        if (missing.length) throw new Refusal(400, 'Cannot finalize a version whose files are not all there.');
        this.version = json;
        return { name: `projects/${PROJECT}/sites/${PROJECT}/versions/1`, status: 'FINALIZED' };
      }],
      ['POST', /\/channels\/live\/releases$/, ({ query }) => {
        this.hostingReleases.push({ version: query.get('versionName'), config: this.version.config, files: this.files });
        this.files = {};
        return { name: 'release', type: 'DEPLOY' };
      }],
    ];
  }

  'upload-firebasehosting'() {
    return [['POST', /^\/upload\/(\w+)$/, ({ match, body }) => {
      if (createHash('sha256').update(body).digest('hex') !== match[1]) throw new Refusal(400, 'content hash does not match');
      this.uploads.set(match[1], gunzipSync(body));
    }]];
  }

  /** https://firebase.google.com/docs/reference/rules/rest; a release is made once, and changed from then on. */
  firebaserules() {
    return [
      ['POST', /^\/v1\/projects\/[^/]+:test$/, () => ({ issues: [] })],
      ['GET', /^\/v1\/projects\/[^/]+\/releases$/, () => ({ releases: [...this.releases.values()] })],
      ['GET', /^\/v1\/(projects\/[^/]+\/rulesets\/\w+)$/, ({ match }) => this.rulesets.get(match[1])],
      ['POST', /^\/v1\/projects\/[^/]+\/rulesets$/, ({ json }) => {
        const ruleset = { name: `projects/${PROJECT}/rulesets/r${this.rulesets.size + 1}`, source: json.source };
        this.rulesets.set(ruleset.name, ruleset);
        return ruleset;
      }],
      ['POST', /^\/v1\/projects\/[^/]+\/releases$/, ({ json }) => {
        if (this.releases.has(json.name)) throw new Refusal(409, 'Requested entity already exists.');
        this.releases.set(json.name, { ...json, createTime: new Date().toISOString() });
        return json;
      }],
      ['PATCH', /^\/v1\/(projects\/[^/]+\/releases\/.+)$/, ({ match, json }) => {
        if (!this.releases.has(match[1])) throw new Refusal(404, 'Requested entity was not found.');
        this.releases.set(match[1], { ...this.releases.get(match[1]), ...json.release });
        return json.release;
      }],
    ];
  }

  /** https://firebase.google.com/docs/firestore/reference/rest: the database is Terraform's. */
  firestore() {
    const isNoField = /collectionGroups\/-\/fields/;
    return [
      ['GET', /\/databases\/\(default\)$/, () => {
        if (!this.isApplied) throw new Refusal(404, 'The database does not exist.');
        return { name: `projects/${PROJECT}/databases/(default)`, type: 'FIRESTORE_NATIVE', databaseEdition: 'STANDARD' };
      }],
      ['GET', /collectionGroups\/-\/indexes$/, () => ({ indexes: this.indexes })],
      ['GET', isNoField, () => ({ fields: this.fields })],
      ['POST', /collectionGroups\/([^/]+)\/indexes$/, ({ match, json }) => {
        const name = `projects/${PROJECT}/databases/(default)/collectionGroups/${match[1]}/indexes/${this.indexes.length}`;
        // Firestore adds the name of the document, which makes an order of what is equal.
        const fields = [...json.fields, { fieldPath: '__name__', order: json.fields.at(-1).order ?? 'ASCENDING' }];
        this.indexes.push({ apiScope: 'ANY_API', density: 'SPARSE_ALL', state: 'READY', ...json, name, fields });
        return {};
      }],
      ['PATCH', /\/(projects\/.*\/collectionGroups\/[^/]+\/fields\/[^/]+)$/, ({ match, json }) => {
        this.fields = [...this.fields.filter(({ name }) => name !== match[1]), { name: match[1], ...json }];
        return {};
      }],
    ];
  }

  /** https://cloud.google.com/iam/docs/reference/sts/rest */
  sts() {
    return [['POST', /^\/v1\/token$/, () => ({ access_token: 'token', token_type: 'Bearer', expires_in: 3600, issued_token_type: 'urn:ietf:params:oauth:token-type:access_token' })]];
  }

  /** https://cloud.google.com/resource-manager/reference/rest */
  cloudresourcemanager() {
    return [
      ['GET', /^\/v1\/projects\/[^/]+$/, () => ({ projectId: PROJECT, projectNumber: NUMBER, lifecycleState: 'ACTIVE' })],
      ['POST', /:testIamPermissions$/, ({ json }) => ({ permissions: json.permissions })],
    ];
  }

  /** https://cloud.google.com/service-usage/docs/reference/rest */
  serviceusage() {
    return [
      ['GET', /\/services\/[^/]+$/, () => ({ state: 'ENABLED' })],
      ['POST', /^\/v1beta1\/projects\/[^/]+\/services\/([^/]+):generateServiceIdentity$/, ({ match }) => {
        if (!this.services.has(match[1])) throw new Refusal(403, `${match[1]} has not been used in project ${NUMBER} before or it is disabled.`);
        this.agents.add(match[1]);
        return { done: true };
      }],
    ];
  }

  /** https://firebase.google.com/docs/reference/rest/storage/rest */
  firebasestorage() {
    return [['POST', /\/defaultBucket$/, ({ json }) => {
      this.bucketLocation = json.location;
      return { name: `projects/${PROJECT}/defaultBucket`, bucket: { name: `projects/${PROJECT}/buckets/${BUCKET}` } };
    }]];
  }

  /** https://cloud.google.com/identity-platform/docs/reference/rest: there is no configuration before Terraform makes it. */
  identitytoolkit() {
    const path = /^\/admin\/v2\/projects\/[^/]+\/config$/;
    const needsAccounts = () => {
      if (!this.isApplied) throw new Refusal(404, 'CONFIGURATION_NOT_FOUND');
    };
    return [
      ['GET', path, () => {
        needsAccounts();
        return { name: `projects/${PROJECT}/config` };
      }],
      ['PATCH', path, ({ json }) => {
        needsAccounts();
        this.accounts = { ...this.accounts, ...json };
        return json;
      }],
      // rest/v2/projects.defaultSupportedIdpConfigs/list
      ['GET', /^\/admin\/v2\/projects\/[^/]+\/defaultSupportedIdpConfigs$/, () => {
        needsAccounts();
        const name = `projects/${NUMBER}/defaultSupportedIdpConfigs/google.com`;
        return { defaultSupportedIdpConfigs: [{ name, enabled: true, clientId: 'client', clientSecret: 'oauth-secret' }] };
      }],
    ];
  }

  /** What gcloud answers on its standard output; a refusal is what it says on the other, and a bad end. */
  gcloud(words) {
    const call = words.filter((word) => !word.startsWith('--')).join(' ');
    if (call.startsWith('services enable ')) {
      words.slice(2).filter((word) => word.endsWith('.googleapis.com')).forEach((service) => this.services.add(service));
      return '';
    }
    if (call.startsWith('storage buckets create')) {
      this.stateBucket = words.find((word) => word.startsWith('gs://'));
      this.stateBucketLocation = words[words.indexOf('--location') + 1] ?? words.find((word) => word.startsWith('--location='))?.slice(11);
      return '';
    }
    if (call.startsWith('storage buckets describe')) {
      const isState = call.includes('terraform-state');
      if (!(isState ? this.stateBucket : this.bucketLocation)) throw new Refusal(404, 'gs:// not found: 404.');
      return isState ? '' : `${this.bucketLocation}\n`;
    }
    if (call.startsWith('secrets ')) return this.#secrets(words, call);
    const answers = {
      'auth print-access-token': 'token\n',
      'auth application-default print-access-token': 'token\n',
      'projects describe': `${NUMBER}\n`,
      'billing projects describe': 'True\n',
      'firestore databases describe': this.isApplied ? 'nam5\n' : '',
      'storage buckets update': '',
      'eventarc triggers describe': `projects/${PROJECT}/subscriptions/eventarc-1\n`,
      'pubsub subscriptions update': '',
    };
    const known = Object.keys(answers).find((each) => call.startsWith(each));
    if (known === undefined) throw new Error('nobody answers');
    if (/firestore databases describe/.test(call) && !this.isApplied) throw new Refusal(404, 'NOT_FOUND');
    return answers[known];
  }

  #secrets(words, call) {
    const name = words.find((word) => /^[A-Z_]+$/.test(word));
    const isThere = this.secrets.has(name);
    if (call.startsWith('secrets create')) this.secrets.set(name, 0);
    else if (!isThere) throw new Refusal(404, `NOT_FOUND: Secret [${name}] not found`);
    else if (call.startsWith('secrets versions add')) this.secrets.set(name, this.secrets.get(name) + 1);
    else if (call.startsWith('secrets versions list')) return this.secrets.get(name) > 0 ? 'projects/p/secrets/s/versions/1\n' : '';
    return '';
  }

  /** The throw-away person of the end; with the local stack they are real. */
  'smoke-test'() {
    return '';
  }

  /** What Terraform does to the project; that its configuration is right, its own tests say. */
  terraform(words) {
    const [command, name] = words.filter((word) => !word.startsWith('-'));
    if (command === 'version') return 'Terraform v1.11.4\n';
    if (command === 'apply') {
      const missing = ['eventarc.googleapis.com', 'pubsub.googleapis.com'].filter((agent) => !this.agents.has(agent));
      if (missing.length) throw new Refusal(403, `Error: Error waiting to create function: Error code 7, message: Permission denied while using the Eventarc Service Agent (${missing})`);
      this.isApplied = true;
      return 'Apply complete!\n';
    }
    if (command === 'output') {
      if (!this.isApplied) throw new Refusal(404, `Output "${name}" not found`);
      const outputs = {
        page: `https://${PROJECT}.web.app`,
        region: 'us-central1',
        photo_bucket: BUCKET,
        dead_letters: { detect: { trigger: `projects/${PROJECT}/locations/us-central1/triggers/detect`, topic: `projects/${PROJECT}/topics/dead-letters-detect` } },
      };
      return JSON.stringify(outputs[name] ?? null);
    }
    if (['init', 'plan', 'show'].includes(command)) return '';
    throw new Error('nobody answers');
  }
}
