import { cut } from './cut';

/** Names that Windows keeps for devices, whatever follows their first dot. */
const DEVICES = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;

/** File systems allow 255 bytes in all; this leaves room for an ending and a number in brackets. */
const MOST_BYTES = 200;

const FALLBACK = 'moodify-playlist';

/**
 * Makes a file's name from a name that a person has given, or a title: letters of all scripts stay; what has a
 * meaning to some file system or cannot be seen (separators, wildcards, control characters and those
 * that turn the direction of writing, leading and trailing dots) goes.
 *
 * @param ending such as `.m3u`
 */
export function fileName(name: string, ending: string): string {
  const visible = name
    .normalize('NFC')
    // Joiners stay: words of Hindi and pictures of families are written with them.
    .replace(/(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}\p{Cs}]/gu, ' ')
    .replace(/[\\/:*?"<>|]+/g, '-')
    .replace(/\s+/g, ' ');
  const kept = trimmed(cut(trimmed(visible), MOST_BYTES, bytesOf));
  const safe = /[\p{L}\p{N}\p{S}\p{M}]/u.test(kept) ? kept : FALLBACK;
  return `${DEVICES.test(safe) ? `_${safe}` : safe}${ending}`;
}

/** A leading dot hides a file, a leading hyphen looks like an option, Windows drops trailing dots. */
function trimmed(name: string): string {
  return name.replace(/^[\s.\-~]+|[\s.]+$/g, '');
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
