import { compose } from '../../../src/composer/notes/compose';
import { distinctDrumBars, drawRecipes, hearRecipes, measure } from './pieces';

/** How much of each piece the read-out hears, in seconds. */
const HEARD = 16;

/** From this arousal on, a piece is lively. */
const LIVELY = 0.3;

/**
 * Measures pieces from all over the plane and prints what comes out.
 *
 * @param read how many pieces the read-out hears, half of them to learn from
 * @param whole how many are rendered whole
 */
export function reportMusic(read: number, whole: number): void {
  const lines: string[][] = [];
  const recipes = drawRecipes(whole, 'whole pieces');
  for (const recipe of recipes) {
    const score = compose(recipe);
    const measured = measure(score);
    lines.push([
      recipe.valence.toFixed(2),
      recipe.arousal.toFixed(2),
      measured.loudness.toFixed(1),
      measured.range.toFixed(1),
      measured.truePeak.toFixed(2),
      measured.correlation.toFixed(2),
      measured.milliseconds.toFixed(1),
      recipe.arousal >= LIVELY ? `${distinctDrumBars(score)} of ${score.character.bars}` : '-',
    ]);
  }
  console.log('valence arousal LUFS LRA dBTP correlation ms/s drum-bars');
  lines.forEach((line) => {
    console.log(line.map((cell) => cell.padStart(7)).join(' '));
  });
  let done = 0;
  const heard = hearRecipes(drawRecipes(read, 'read pieces'), HEARD, 2, () => {
    done += 1;
    if (done % 50 === 0) {
      console.log(`${done} of ${read} pieces heard`);
    }
  });
  console.log(
    `R2 of pieces that were not trained on, ${read / 2} each way: valence ${heard.valence.toFixed(3)}, arousal ${heard.arousal.toFixed(3)}`,
  );
}
