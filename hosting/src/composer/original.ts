import { compose } from './compose';
import type { Recipe } from './recipe';
import { render, type RenderOptions } from './sound/render';
import { encodeWav } from './sound/wav';

/**
 * Makes the piece of music that a recipe stands for, without any network.
 *
 * @returns a WAV file
 * @throws DOMException named AbortError if it was ended early
 */
export async function composeOriginal(recipe: Recipe, options?: RenderOptions): Promise<Blob> {
  return encodeWav(await render(compose(recipe), options));
}
