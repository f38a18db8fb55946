import type { NamedPlaylist } from '../../playlist/playlist';
import type { Track } from '../../playlist/track';

export const JSON_TYPE = 'application/json;charset=utf-8';

/** Names what is Moodify's own in the file, as the format asks for: by a URI. */
const EXTENSION = 'urn:x-moodify:playlist:1';

/**
 * Writes a playlist as JSPF, the JSON form of XSPF that music programs read
 * (https://www.xspf.org/jspf): lengths in milliseconds, times as ISO 8601. What the format has no
 * place for (why a track was chosen, how an original is made) stands in its extensions.
 */
export function asJspf(playlist: NamedPlaylist): string {
  const { name, moodId, emotion, goal, createdAt, tracks } = playlist;
  const jspf = {
    playlist: {
      title: name,
      creator: 'Moodify',
      ...(createdAt && { date: createdAt.toISOString() }),
      extension: { [EXTENSION]: [{ moodId, emotion, goal }] },
      track: tracks.map(asJspfTrack),
    },
  };
  return `${JSON.stringify(jspf, undefined, 2)}\n`;
}

function asJspfTrack({
  id,
  source,
  title,
  artist,
  durationSeconds,
  affect,
  reasons,
  recipe,
  links,
}: Track) {
  const licence = links?.licence?.url;
  return {
    title,
    creator: artist,
    ...(links && { location: [links.audio.url] }),
    ...(links?.page && { info: links.page }),
    ...(durationSeconds > 0 && { duration: Math.round(durationSeconds * 1000) }),
    ...(licence && { meta: [{ 'http://purl.org/dc/terms/license': licence }] }),
    extension: { [EXTENSION]: [{ id, source, affect, reasons, ...(recipe && { recipe }) }] },
  };
}
