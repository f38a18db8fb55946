import type { Score } from '../../../src/composer/notes/score';
import { Renderer } from '../../../src/composer/renderer/renderer';
import { silence, type Recording } from '../../../src/composer/sound/signal';

/** Renders a piece. */
export function wholePiece(score: Score): Recording {
  const renderer = new Renderer(score);
  const whole = { left: silence(score.seconds), right: silence(score.seconds) };
  let done = 0;
  for (let stretch = renderer.next(); stretch; stretch = renderer.next()) {
    const room = whole.left.length - done;
    whole.left.set(stretch.left.subarray(0, room), done);
    whole.right.set(stretch.right.subarray(0, room), done);
    done += stretch.left.length;
  }
  return whole;
}
