/**
 * Lets the browser do what has come up meanwhile, such as answering a tap, in the middle of long work.
 * Unlike a timer, this is not slowed down while the window is hidden.
 */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
