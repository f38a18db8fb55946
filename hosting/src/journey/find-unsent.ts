import type { KeptPhoto } from '../photo/photo-keeper';
import { connection } from '../shared/connection';
import type { JourneyDependencies } from './journey-dependencies';
import { lockOf } from './sending';

/**
 * Returns a photo that has not arrived and that no other tab is sending: this tab's own, if there is one,
 * else one that another visit left behind. One that has arrived after all, as when the tab was closed in
 * the very moment, is forgotten.
 */
export async function findUnsent(
  dependencies: Pick<JourneyDependencies, 'keeper' | 'takeLock' | 'tab' | 'hasEntry'>,
): Promise<KeptPhoto | undefined> {
  const { keeper, takeLock, tab } = dependencies;
  const { current } = tab;
  const kept = await keeper.find();
  const free = await Promise.all(
    kept.map(async ({ moodId }) => {
      const release = await takeLock(lockOf(moodId));
      release?.();
      return release !== undefined;
    }),
  );
  const isMine = ({ moodId }: KeptPhoto) => moodId === current;
  const unsent = kept.filter((_, index) => free[index]);
  for (const photo of [...unsent.filter(isMine), ...unsent.filter((one) => !isMine(one))]) {
    if (!(await hasArrived(dependencies, photo))) {
      return photo;
    }
    await keeper.forget(photo.moodId);
  }
  return undefined;
}

async function hasArrived(
  { hasEntry }: Pick<JourneyDependencies, 'hasEntry'>,
  { moodId }: KeptPhoto,
) {
  // Without a connection nothing can be asked, and nothing sent either.
  return connection.isOnline && (await hasEntry(moodId).catch(() => false));
}
