import { text } from '../../messages/messages';
import type { NamedPlaylist } from '../../playlist/playlist';
import { fileName } from '../../shared/file-name';
import { saveFile } from '../../shared/save-file';
import { asJspf, JSON_TYPE } from './jspf';
import { asM3u, M3U_TYPE } from './m3u';
import { packWithMusic, type Waiting } from './with-music';

/** What a playlist can be exported as; as a ZIP, with the pieces that Moodify composes. */
export type ExportFormat = 'm3u' | 'json' | 'zip';

/**
 * Hands a playlist to the person as a file. Returns the file's name.
 *
 * @throws DOMException named AbortError if it was ended early
 */
export async function exportPlaylist(
  saved: NamedPlaylist,
  format: ExportFormat,
  waiting: Waiting,
): Promise<string> {
  const name = fileName(saved.name, `.${format}`);
  saveFile(name, await contentOf(saved, format, waiting));
  return name;
}

async function contentOf(
  saved: NamedPlaylist,
  format: ExportFormat,
  waiting: Waiting,
): Promise<Blob> {
  const note = ({ title }: { title: string }) => text('saved.export.no-address', { title });
  switch (format) {
    case 'm3u':
      return new Blob([asM3u(saved, note)], { type: M3U_TYPE });
    case 'json':
      return new Blob([asJspf(saved)], { type: JSON_TYPE });
    case 'zip':
      return packWithMusic(saved, saved.name, note, waiting);
  }
}
