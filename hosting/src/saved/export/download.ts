/** How long the browser may take to fetch what it was asked to download. */
const FETCHED_WITHIN_MS = 60_000;

/** Hands a file to the person, as a click on a link to it would. */
export function download(name: string, type: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, FETCHED_WITHIN_MS);
}
