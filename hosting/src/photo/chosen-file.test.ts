import { expect, test } from 'vitest';
import { chooseFile } from './chosen-file';

const photo = new File(['x'], 'face.jpg', { type: 'image/jpeg' });
const other = new File(['x'], 'other.png', { type: 'image/png' });
const film = new File(['x'], 'film.mp4', { type: 'video/mp4' });
const folder = new File([], 'holidays');

/** What was dropped, as far as it is looked at here. */
function dropped(...files: File[]): DataTransfer {
  const items = files.map((file) => ({
    kind: 'file',
    webkitGetAsEntry: () => ({ isDirectory: file === folder }),
  }));
  return { files, items } as unknown as DataTransfer;
}

test('the first photo of several files is taken', () => {
  expect(chooseFile(dropped(film, photo, other))).toEqual({ file: photo, count: 3, folder: false });
});

test('a file that is no photo is taken too, for its content is looked at later', () => {
  expect(chooseFile(dropped(film))).toEqual({ file: film, count: 1, folder: false });
});

test('a folder is not a file', () => {
  expect(chooseFile(dropped(folder))).toEqual({ count: 1, folder: true });
  expect(chooseFile(dropped(folder, photo))).toEqual({ file: photo, count: 2, folder: true });
});

test('pasted text is nothing', () => {
  const pasted = { files: [], items: [{ kind: 'string' }] } as unknown as DataTransfer;
  expect(chooseFile(pasted)).toEqual({ count: 0, folder: false });
  expect(chooseFile(null)).toEqual({ count: 0, folder: false });
});
