/** What a person sets at the player on this device. */
export interface PlayerSettings {
  /** In [0, 1]. */
  readonly volume: number;
  readonly muted: boolean;
  /** Whether single keys are commands; some people's input devices press them by mistake. */
  readonly shortcuts: boolean;
}

const NAME = 'moodify.player';

const DEFAULT: PlayerSettings = { volume: 1, muted: false, shortcuts: true };

/** Reads the settings; whatever is missing or makes no sense is as it comes. */
export function readPlayerSettings(storage: Storage | undefined = storageOrNone()): PlayerSettings {
  try {
    const stored = JSON.parse(storage?.getItem(NAME) ?? '{}') as Partial<PlayerSettings> | null;
    const { volume, muted, shortcuts } = stored ?? {};
    return {
      volume: typeof volume === 'number' && volume >= 0 && volume <= 1 ? volume : DEFAULT.volume,
      muted: typeof muted === 'boolean' ? muted : DEFAULT.muted,
      shortcuts: typeof shortcuts === 'boolean' ? shortcuts : DEFAULT.shortcuts,
    };
  } catch {
    return DEFAULT;
  }
}

/** Keeps settings for the next time; forgets them where the browser keeps nothing. */
export function writePlayerSettings(
  change: Partial<PlayerSettings>,
  storage: Storage | undefined = storageOrNone(),
): void {
  try {
    storage?.setItem(NAME, JSON.stringify({ ...readPlayerSettings(storage), ...change }));
  } catch {
    // Full, or forbidden: the settings then hold until the page is left.
  }
}

function storageOrNone(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}
