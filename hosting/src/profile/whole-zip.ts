/** The end of central directory record, without a comment (PKWARE's APPNOTE.TXT, 4.3.16). */
const END_BYTES = 22;
const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;

/** Stands for what is in the ZIP64 record, of files with more than 4 GB or 65,535 entries. */
const IN_ZIP64 = 0xffffffff;

/**
 * Returns whether a ZIP is there to its end: one that was cut off lacks the directory of its files, or a
 * part of it. What is damaged in the middle is for the checksums that unpacking compares.
 */
export async function isWholeZip(file: Blob): Promise<boolean> {
  const endAt = file.size - END_BYTES;
  if (endAt < 0) {
    return false;
  }
  const end = await view(file, endAt, END_BYTES);
  if (end.getUint32(0, true) !== END_SIGNATURE) {
    return false;
  }
  const [entries, size, offset] = [
    end.getUint16(10, true),
    end.getUint32(12, true),
    end.getUint32(16, true),
  ];
  if (offset === IN_ZIP64 || size === IN_ZIP64) {
    return true;
  }
  if (entries === 0 || offset + size > endAt) {
    return false;
  }
  return (await view(file, offset, 4)).getUint32(0, true) === ENTRY_SIGNATURE;
}

async function view(file: Blob, from: number, length: number): Promise<DataView> {
  return new DataView(await file.slice(from, from + length).arrayBuffer());
}
