import { createClient } from '@hey-api/openapi-ts';
import config from '../../openapi-ts.config.ts';

/** Makes the client from the document as it is now. */
export async function setup(): Promise<void> {
  await createClient(await config);
}
