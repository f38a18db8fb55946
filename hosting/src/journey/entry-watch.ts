import type { Journey } from './journey';
import type { JourneyWorld } from './journey-world';

/**
 * Listens to an entry and to its playlist. That there is nothing yet is no news.
 *
 * @returns what ends both
 */
export function watchEntry(
  world: Pick<JourneyWorld, 'watchMood' | 'watchPlaylist'>,
  moodId: string,
  onNews: (news: Pick<Journey, 'mood' | 'playlist'>) => void,
  onError: (error: Error) => void,
): () => void {
  const closers = [
    world.watchMood(
      moodId,
      (mood) => {
        if (mood) {
          onNews({ mood });
        }
      },
      onError,
    ),
    world.watchPlaylist(
      moodId,
      (playlist) => {
        if (playlist) {
          onNews({ playlist });
        }
      },
      onError,
    ),
  ];
  return () => {
    closers.forEach((close) => {
      close();
    });
  };
}
