// Stubs of the providers (Google's, archive, time) for Terraform itself: they answer what schema they have, from
// schemas/, and nothing more. With them `terraform validate` and `terraform test` (whose providers are mocked) run
// where no provider can be downloaded. They speak the plugin protocol, version 5, as far as those two need it.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import grpc from '@grpc/grpc-js';
import protoLoader from '@grpc/proto-loader';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const NESTING = { single: 1, list: 2, set: 3 };

function block({ attributes, blocks }) {
  return {
    attributes: Object.entries(attributes).map(([name, { type, required, optional, computed }]) => ({
      name, type: Buffer.from(JSON.stringify(type)), required, optional, computed,
    })),
    block_types: Object.entries(blocks).map(([name, inner]) => ({
      type_name: name,
      nesting: NESTING[inner.nesting],
      min_items: inner.required && inner.nesting !== 'single' ? 1 : 0,
      max_items: inner.atMostOne && inner.nesting !== 'single' ? 1 : 0,
      block: block(inner),
    })),
  };
}

const schema = (described) => ({ block: block(described) });
const schemas = (byName) => Object.fromEntries(Object.entries(byName).map(([name, each]) => [name, schema(each)]));

/** Serves one provider, and returns the port. */
async function serve({ provider, resources, data }) {
  const definition = protoLoader.loadSync(here('tfplugin5.proto'), { keepCase: true, longs: Number });
  const { tfplugin5 } = grpc.loadPackageDefinition(definition);
  const server = new grpc.Server();
  const nothing = (call, answer) => answer(null, {});
  server.addService(tfplugin5.Provider.service, {
    GetSchema: (call, answer) =>
      answer(null, { provider: schema(provider), resource_schemas: schemas(resources), data_source_schemas: schemas(data) }),
    PrepareProviderConfig: (call, answer) => answer(null, { prepared_config: call.request.config }),
    ValidateResourceTypeConfig: nothing,
    ValidateDataSourceConfig: nothing,
    Configure: nothing,
    Stop: nothing,
  });
  return new Promise((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (error, port) =>
      error ? reject(error) : resolve({ port, close: () => server.forceShutdown() }),
    );
  });
}

/** Starts all providers. Returns the environment in which Terraform finds them, and what ends them. */
export async function stubProviders() {
  const schemas = ['google', 'archive', 'time'].map((name) => JSON.parse(readFileSync(here(`schemas/${name}.json`), 'utf8')));
  const served = await Promise.all(schemas.map(serve));
  const attach = Object.fromEntries(
    served.map(({ port }, i) => [
      schemas[i].source.provider,
      { Protocol: 'grpc', ProtocolVersion: 5, Pid: process.pid, Test: true, Addr: { Network: 'tcp', String: `127.0.0.1:${port}` } },
    ]),
  );
  return {
    environment: { TF_REATTACH_PROVIDERS: JSON.stringify(attach) },
    close: () => served.forEach((each) => each.close()),
  };
}
