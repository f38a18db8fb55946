import { isMessageKey, text } from '../messages/messages';
import type { Reason } from './track';

/**
 * Says in words why a track was chosen: "Slow", "You liked folk when sad". What a reason is about is
 * said in the page's language where there is a word for it, and else in the catalogue's.
 *
 * @returns nothing for a reason that this page does not know
 */
export function reasonText({ code, value, emotion }: Reason): string | undefined {
  const always = `reason.${code}`;
  if (!/^\w+$/.test(code) || !isMessageKey(always)) {
    return undefined;
  }
  const about = { value: value === undefined ? '' : wordFor(code, value) };
  const under = `reason.when.${code}`;
  return emotion && isMessageKey(under)
    ? text(under, { ...about, emotion: text(`emotion.${emotion}`) })
    : text(always, about);
}

function wordFor(code: string, value: string): string {
  const key = keyFor(code, value);
  return key && isMessageKey(key) ? text(key) : value;
}

function keyFor(code: string, value: string): string | undefined {
  switch (code) {
    case 'liked_genre':
      return `genre.${value}`;
    case 'liked_speed':
      return `speed.${value}`;
    case 'liked_voice':
      return `voice.${value}`;
    default:
      return undefined;
  }
}
