/** An entry that is deleted for the eye, and will be for good. */
export interface Leaving {
  readonly id: string;
  readonly photoKept: boolean;
}

/** Remembers in this browser which entry of a person is about to go; nothing once it is gone. */
export function rememberLeaving(uid: string, entry: Leaving | undefined): void {
  try {
    if (entry) {
      localStorage.setItem(nameOf(uid), JSON.stringify(entry));
    } else {
      localStorage.removeItem(nameOf(uid));
    }
  } catch (error) {
    console.warn('This browser does not remember what is to be deleted', error);
  }
}

/** The entry that was about to go when the page was left; nothing if there is none. */
export function rememberedLeaving(uid: string): Leaving | undefined {
  try {
    const entry = JSON.parse(
      localStorage.getItem(nameOf(uid)) ?? 'null',
    ) as Partial<Leaving> | null;
    return typeof entry?.id === 'string'
      ? { id: entry.id, photoKept: entry.photoKept === true }
      : undefined;
  } catch {
    return undefined;
  }
}

const nameOf = (uid: string) => `moodify.leaving.${uid}`;
