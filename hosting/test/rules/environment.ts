import { readFileSync } from 'node:fs';
import {
  initializeTestEnvironment,
  type RulesTestContext,
  type RulesTestEnvironment,
} from '@firebase/rules-unit-testing';
import type { Asker } from './access-table';
import { stack } from '../stack';

/** The person whose data the tests are about, and another one. */
export const OWNER = 'alice';
const OTHER = 'mallory';

const rules = (name: string) => readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8');

/**
 * Opens a project of its own beside the one that the stack serves, so that no function is triggered
 * and nobody's entries are touched.
 */
export function firestoreEnvironment(): Promise<RulesTestEnvironment> {
  return initializeTestEnvironment({
    projectId: 'demo-moodify-rules',
    firestore: { host: stack.host, port: stack.firestore, rules: rules('firestore.rules') },
  });
}

/** The same for the storage emulator, which keeps one set of rules for all buckets. */
export function storageEnvironment(): Promise<RulesTestEnvironment> {
  return initializeTestEnvironment({
    projectId: 'demo-moodify-rules',
    storage: { host: stack.host, port: stack.storage, rules: rules('storage.rules') },
  });
}

/** What the given asker sees. */
export function contextOf(environment: RulesTestEnvironment, asker: Asker): RulesTestContext {
  switch (asker) {
    case 'owner':
      return environment.authenticatedContext(OWNER);
    case 'other':
      return environment.authenticatedContext(OTHER);
    case 'unauthenticated':
      return environment.unauthenticatedContext();
  }
}
