/**
 * Takes a mutex across tabs, by its name.
 *
 * @returns how to give it back; nothing if another tab has it
 */
export async function takeLock(name: string): Promise<(() => void) | undefined> {
  if (!('locks' in navigator)) {
    return () => undefined;
  }
  return new Promise((resolve, reject) => {
    navigator.locks
      .request(name, { ifAvailable: true }, (lock) => {
        if (!lock) {
          resolve(undefined);
          return undefined;
        }
        // Held until the promise that is handed back here resolves.
        return new Promise<void>((release) => {
          resolve(release);
        });
      })
      .catch(reject);
  });
}
