import { beforeEach, describe, expect, it } from 'vitest';
import { UnsavedChanges } from './unsaved-changes';

describe('changes that Firestore has not taken yet', () => {
  beforeEach(() => {
    sessionStorage.clear();
  });

  it('are there after a reload, the newest of each setting', () => {
    const before = new UnsavedChanges(sessionStorage, 'ada');
    before.add({ defaultGoal: 'lift', theme: 'dark' });
    before.add({ defaultGoal: 'calm', displayName: null });

    expect(new UnsavedChanges(sessionStorage, 'ada').read()).toEqual({
      defaultGoal: 'calm',
      theme: 'dark',
      displayName: null,
    });
  });

  it('are none of another person', () => {
    new UnsavedChanges(sessionStorage, 'ada').add({ defaultGoal: 'lift' });

    expect(new UnsavedChanges(sessionStorage, 'grace').read()).toBeUndefined();
  });

  it('are gone once they are taken', () => {
    const changes = new UnsavedChanges(sessionStorage, 'ada');
    changes.add({ defaultGoal: 'lift' });
    changes.clear();

    expect(changes.read()).toBeUndefined();
  });
});
