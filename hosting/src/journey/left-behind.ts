import type { KeptPhoto } from '../photo/photo-keeper';
import type { JourneyWorld } from './journey-world';
import { lockOf } from './sending';

/**
 * Returns a photo that has not arrived and that no other tab is sending: this tab's own, if there is one,
 * else one that another visit left behind.
 */
export async function leftBehind({
  keeper,
  takeLock,
  tab,
}: Pick<JourneyWorld, 'keeper' | 'takeLock' | 'tab'>): Promise<KeptPhoto | undefined> {
  const { current } = tab;
  const kept = await keeper.find();
  const free = await Promise.all(
    kept.map(async ({ moodId }) => {
      const release = await takeLock(lockOf(moodId));
      release?.();
      return release !== undefined;
    }),
  );
  const unsent = kept.filter((_, index) => free[index]);
  return unsent.find(({ moodId }) => moodId === current) ?? unsent[0];
}
