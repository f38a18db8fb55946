/** How long a browser may take to begin with a file that is handed to it. */
const HANDED_OVER_MS = 60_000;

/** Hands a file to the person, as a click on a link to it would. */
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, HANDED_OVER_MS);
}
