import type { Journey } from './journey';
import type { JourneyDependencies } from './journey-dependencies';

/**
 * Listens to an entry and to its playlist. That there is nothing yet is no news.
 *
 * @returns what ends both
 */
export function watchEntry(
  dependencies: Pick<JourneyDependencies, 'watchMood' | 'watchPlaylist'>,
  moodId: string,
  onNews: (news: Pick<Journey, 'mood' | 'playlist'>) => void,
  onError: (error: Error) => void,
): () => void {
  const closers = [
    dependencies.watchMood(
      moodId,
      (mood) => {
        if (mood) {
          onNews({ mood });
        }
      },
      onError,
    ),
    dependencies.watchPlaylist(
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
