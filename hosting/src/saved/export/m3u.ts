import type { NamedPlaylist } from '../../playlist/playlist';
import type { Track } from '../../playlist/track';

/** What media players expect of an extended M3U in UTF-8. */
export const M3U_TYPE = 'audio/x-mpegurl;charset=utf-8';

/**
 * Writes a playlist as an extended M3U: for each track its seconds (-1 if they are not known), artist
 * and title, then its address. What Moodify composes has no address: where a file of it lies beside the
 * M3U, that stands in its place, else it is named in a comment, so that nothing is left out silently.
 *
 * @param note says in a person's language why a track has no address
 * @param files the names of files that lie beside it, by the ids of their tracks
 */
export function asM3u(
  playlist: NamedPlaylist,
  note: (track: Track) => string,
  files: ReadonlyMap<string, string> = new Map(),
): string {
  const lines = [
    '#EXTM3U',
    '#EXTENC:UTF-8',
    `#PLAYLIST:${oneLine(playlist.name)}`,
    ...playlist.tracks.flatMap((track) => entry(track, note, files.get(track.id))),
  ];
  return `${lines.join('\r\n')}\r\n`;
}

function entry(track: Track, note: (track: Track) => string, file?: string): string[] {
  const address = file ?? track.links?.audio.url;
  if (!address) {
    return [`# ${oneLine(note(track))}`];
  }
  const seconds = track.durationSeconds > 0 ? Math.round(track.durationSeconds) : -1;
  return [`#EXTINF:${seconds},${oneLine(track.artist)} - ${oneLine(track.title)}`, address];
}

/** A line break in a title would begin a line of its own, such as another address. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}
