import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signInWays } from '../sign-in.mjs';

const provider = (name, fields) => ({ name: `projects/p/defaultSupportedIdpConfigs/${name}`, clientId: 'id', ...fields });

for (const [what, answer, google] of [
  ['a project without providers', {}, false],
  ['a provider that is switched on', { defaultSupportedIdpConfigs: [provider('google.com', { enabled: true })] }, true],
  ['a provider that is switched off', { defaultSupportedIdpConfigs: [provider('google.com', { enabled: false })] }, false],
  ['a provider that was never switched on', { defaultSupportedIdpConfigs: [provider('google.com', {})] }, false],
  ['another provider', { defaultSupportedIdpConfigs: [provider('facebook.com', { enabled: true })] }, false],
]) {
  test(`the page ${google ? 'offers' : 'does not offer'} Google for ${what}`, () => {
    assert.deepEqual(signInWays(answer), { google });
  });
}
