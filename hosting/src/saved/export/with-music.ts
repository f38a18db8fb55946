import type { PieceFile, composeFile } from '../../composer';
import type { NamedPlaylist } from '../../playlist/playlist';
import type { Track } from '../../playlist/track';
import { fileName } from '../../shared/file-name';
import { loadComposer } from '../../shared/load-composer';
import { asM3u } from './m3u';
import { asZip, type ZipEntry } from './zip';

/** Makes the file of an original; `composeFile` does. */
export type MakeFile = typeof composeFile;

const composed: MakeFile = async (...asked) => (await loadComposer()).composeFile(...asked);

/** Who waits for the files of a playlist. */
export interface Waiting {
  /** Called with how many pieces are composed; the one that is being composed counts in part. */
  readonly onProgress: (pieces: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Packs a playlist as a ZIP: an M3U, and beside it a file of each of Moodify's own pieces, which it names. So
 * all of it plays.
 *
 * @param name of the M3U in it, without its ending
 * @param note says in a person's language why a track has no address
 * @throws DOMException named AbortError if it was ended early
 */
export async function packWithMusic(
  playlist: NamedPlaylist,
  name: string,
  note: (track: Track) => string,
  { onProgress, signal }: Waiting,
  makeFile: MakeFile = composed,
): Promise<Blob> {
  const files = new Map<string, string>();
  const entries: ZipEntry[] = [];
  // One after the other: all are made by one worker.
  for (const { id, artist, title, recipe } of playlist.tracks) {
    if (recipe && !files.has(id)) {
      const before = files.size;
      const piece: PieceFile = await makeFile(
        recipe,
        (share) => {
          onProgress(before + share);
        },
        signal,
      );
      const number = String(before + 1).padStart(2, '0');
      const file = fileName(`${number} ${artist} - ${title}`, piece.ending);
      files.set(id, file);
      entries.push({ name: file, content: new Uint8Array(await piece.content.arrayBuffer()) });
    }
  }
  const m3u = Uint8Array.from(new TextEncoder().encode(asM3u(playlist, note, files)));
  return asZip([{ name: fileName(name, '.m3u'), content: m3u }, ...entries]);
}
