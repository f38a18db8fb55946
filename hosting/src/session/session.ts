import type { Account, Person } from '../account/account';
import type { Consent } from '../consent/consent';
import type { Project } from '../firebase/project';
import type { Stores } from '../firebase/stores';
import type { PlayerController } from '../player/engine/player-controller';
import type { ProfileStore } from '../settings/profile-store';
import type { FirstWish } from './first-wish';

/**
 * What a page works with. There is one for as long as a person is signed in, so that what has to
 * outlive a page can be kept under it, in a WeakMap.
 */
export interface Session {
  readonly project: Project;
  readonly account: Account;
  readonly person: Person;
  readonly stores: Stores;
  /** The document `users/{uid}`, which is watched once for all pages. */
  readonly profile: ProfileStore;
  readonly consent: Consent;
  /** The one player, which lives in the frame, so that music goes on from page to page. */
  readonly player: PlayerController;
  /** Returns what the person came in with, once. */
  readonly takeFirstWish: () => FirstWish | undefined;
  /** Aborted when the person is signed out: what has outlived a page until then ends with it. */
  readonly ended: AbortSignal;
  /** Goes to a page by its path. */
  readonly navigate: (path: string) => void;
}
