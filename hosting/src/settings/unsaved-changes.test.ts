import { beforeEach, describe, expect, it } from 'vitest';
import { UnsavedChanges } from './unsaved-changes';

describe('changes that Firestore has not taken yet', () => {
  beforeEach(() => {
    sessionStorage.clear();
  });

  it('are there after a reload, the newest of each setting', () => {
    const before = new UnsavedChanges(sessionStorage, 'uid-1');
    before.add({ defaultGoal: 'lift', theme: 'dark' });
    before.add({ defaultGoal: 'calm', displayName: null });

    expect(new UnsavedChanges(sessionStorage, 'uid-1').read()).toEqual({
      defaultGoal: 'calm',
      theme: 'dark',
      displayName: null,
    });
  });

  it('are none of another person', () => {
    new UnsavedChanges(sessionStorage, 'uid-1').add({ defaultGoal: 'lift' });

    expect(new UnsavedChanges(sessionStorage, 'uid-2').read()).toBeUndefined();
  });

  it('are gone once they are taken', () => {
    const changes = new UnsavedChanges(sessionStorage, 'uid-1');
    changes.add({ defaultGoal: 'lift' });
    changes.clear();

    expect(changes.read()).toBeUndefined();
  });
});
