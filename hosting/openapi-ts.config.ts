import { defineConfig } from '@hey-api/openapi-ts';

/** The client of the API that the tests use: made anew from the document before each run, never committed. */
export default defineConfig({
  input: '../functions/api/openapi.json',
  output: {
    path: 'test/api/generated',
    // Its types are checked where they are used; its inside does not know exactOptionalPropertyTypes.
    header: ['// @ts-nocheck'],
  },
  logs: { level: 'warn', file: false },
});
