import type * as Composer from '../composer';
import { startWorker } from './trusted-scripts';

/** Fetches the composer, which imports nothing and is told how the page starts workers. */
export async function loadComposer(): Promise<typeof Composer> {
  const composer = await import('../composer');
  composer.startWorkersBy(startWorker);
  return composer;
}
