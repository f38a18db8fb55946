/**
 * Fetches a script of somebody else's and runs it.
 *
 * @throws Error if it could not be fetched
 */
export async function loadScript(address: string): Promise<void> {
  const script = document.createElement('script');
  script.src = address;
  await new Promise((resolve, reject) => {
    script.addEventListener('load', resolve);
    script.addEventListener('error', () => {
      script.remove();
      reject(new Error(`The script of ${new URL(address).host} could not be fetched`));
    });
    document.head.append(script);
  });
}
