/** What a person gave: one photo, or why it is none. */
export interface Choice {
  readonly file?: File;
  /** How many files came together, if more than one. */
  readonly count: number;
  /** Whether there was a folder among them, which is not opened. */
  readonly folder: boolean;
}

/**
 * Takes one photo out of what was chosen, dropped or pasted: the first that says it is an image, else
 * the first file, whose content says what it is.
 */
export function chooseFile(given: DataTransfer | FileList | null | undefined): Choice {
  const transfer = given && 'items' in given ? given : undefined;
  const items = Array.from(transfer?.items ?? []).filter(({ kind }) => kind === 'file');
  const all = Array.from(transfer?.files ?? (given as FileList | null | undefined) ?? []);
  // Where the browser says so: else a folder is a file that cannot be read.
  const files = all.filter((_, index) => !items[index]?.webkitGetAsEntry()?.isDirectory);
  const file = files.find(({ type }) => type.startsWith('image/')) ?? files[0];
  return { ...(file && { file }), count: all.length, folder: files.length < all.length };
}
