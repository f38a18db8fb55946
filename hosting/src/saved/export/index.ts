import { text } from '../../messages/messages';
import type { NamedPlaylist } from '../../playlist/playlist';
import { download } from './download';
import { fileName } from './file-name';
import { asJspf, JSON_TYPE } from './jspf';
import { asM3u, M3U_TYPE } from './m3u';

/** What a playlist can be exported as. */
export type ExportFormat = 'm3u' | 'json';

/** Hands a playlist to the person as a file. Returns the file's name. */
export function exportPlaylist(saved: NamedPlaylist, format: ExportFormat): string {
  const name = fileName(saved.name, `.${format}`);
  if (format === 'm3u') {
    const note = ({ title }: { title: string }) => text('saved.export.no-address', { title });
    download(name, M3U_TYPE, asM3u(saved, note));
  } else {
    download(name, JSON_TYPE, asJspf(saved));
  }
  return name;
}
