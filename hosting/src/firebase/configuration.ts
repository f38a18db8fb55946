import type { FirebaseOptions } from 'firebase/app';

/** Where the emulators of a local run listen; written beside the page by that run alone. */
export interface EmulatorAddresses {
  readonly auth: string;
  readonly firestore: { readonly host: string; readonly port: number };
  readonly storage: { readonly host: string; readonly port: number };
}

/** Which project serves this page. */
export interface Configuration {
  readonly options: FirebaseOptions;
  /** Absent in production. */
  readonly emulators?: EmulatorAddresses;
}

/** Firebase reserves these project names for what runs against emulators only. */
const DEMO = 'demo-';

/**
 * Asks which project this page was served by, and in a local run where its emulators are.
 *
 * @throws Error if the configuration cannot be had, such as when offline
 */
export async function fetchConfiguration(): Promise<Configuration> {
  const options = await fetchJson<FirebaseOptions>('/__/firebase/init.json');
  return options.projectId?.startsWith(DEMO)
    ? { options, emulators: await fetchJson<EmulatorAddresses>('/emulators.json') }
    : { options };
}

async function fetchJson<Content>(address: string): Promise<Content> {
  const response = await fetch(address);
  if (!response.ok) {
    throw new Error(`${address} answered ${response.status}`);
  }
  return (await response.json()) as Content;
}
