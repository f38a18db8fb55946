/**
 * Returns as much of a text as fits, cut between what a reader takes for characters and not within
 * one.
 *
 * @param sizeOf says how large a part is, such as its bytes
 */
export function cut(text: string, most: number, sizeOf: (part: string) => number): string {
  if (sizeOf(text) <= most) {
    return text;
  }
  let size = 0;
  let result = '';
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    size += sizeOf(segment);
    if (size > most) {
      break;
    }
    result += segment;
  }
  return result;
}
