import type { Field, Fields } from './as-function';

const EMOTIONS = ['happy', 'neutral', 'sad', 'surprise', 'angry', 'fear', 'disgust'] as const;
const GOALS = ['match', 'lift', 'calm'] as const;

/** An entry of the past, as a function would have written it. */
export interface PastEntry {
  readonly id: string;
  readonly at: Date;
  readonly fields: Fields;
  /** Absent where there was no face. */
  readonly emotion?: (typeof EMOTIONS)[number];
}

/**
 * Makes up entries that end a minute before now, about three a day, the same each time: most of them
 * happy or neutral, in the morning and in the evening.
 */
export function pastEntries(count: number, now: Date): PastEntry[] {
  let seed = 7;
  const chance = () => {
    // The minimal standard generator of Park and Miller.
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  return Array.from({ length: count }, (_, index) => {
    const at = new Date(now.getTime() - 60_000 - index * 8 * 3_600_000 - chance() * 3_600_000);
    const id = `past${String(index).padStart(4, '0')}0123456789abcd`;
    if (index % 23 === 11) {
      return { id, at, fields: { status: 'no_face', source: 'photo', faces: 0, createdAt: at } };
    }
    const emotion = EMOTIONS[Math.floor(chance() ** 2 * EMOTIONS.length)] ?? 'happy';
    const confidence = 0.55 + chance() * 0.44;
    return {
      id,
      at,
      emotion,
      fields: {
        status: 'ready',
        source: 'photo',
        goal: GOALS[Math.floor(chance() * GOALS.length)] ?? 'match',
        emotion,
        confidence,
        scores: scoresOf(emotion, confidence),
        faces: 1,
        createdAt: at,
      },
    };
  });
}

/** An entry of a photo that looks happy, as a function would have written it. */
export function happyEntry(createdAt: Date): Fields {
  return {
    ...{ status: 'ready', source: 'photo', goal: 'match', faces: 1, createdAt },
    ...{ emotion: 'happy', confidence: 0.9, scores: scoresOf('happy', 0.9) },
  };
}

/** Counts entries as the function `insights` does, in UTC, with what Lift was followed by made up. */
export function summaryOf(entries: readonly PastEntry[], updatedAt: Date): Fields {
  const counts = {
    emotions: {} as Record<string, Field>,
    days: {} as Record<string, Field>,
    weekdays: {} as Record<string, Field>,
    hours: {} as Record<string, Field>,
  };
  const read = entries.filter(({ emotion }) => emotion !== undefined);
  for (const { at, emotion = 'neutral' } of read) {
    add(counts.emotions, emotion);
    add(under(counts.days, at.toISOString().slice(0, 10)), emotion);
    add(under(counts.weekdays, String(at.getUTCDay() || 7)), emotion);
    add(under(counts.hours, String(at.getUTCHours())), emotion);
  }
  return {
    entries: read.length,
    ...counts,
    lift: {
      pairs: 24,
      liftedShare: 0.625,
      before: { sad: 11, neutral: 7, angry: 4, fear: 2 },
      after: { happy: 9, neutral: 8, sad: 5, surprise: 2 },
      meanValenceBefore: -0.41,
      meanValenceAfter: 0.22,
    },
    timeZone: 'UTC',
    updatedAt,
  };
}

/** A track of another catalogue, and one of Moodify's own. */
export const SONG: Fields = {
  id: 'jamendo-1',
  source: 'Jamendo',
  title: 'Walking in the Rain',
  artist: 'अनन्या & the Umbrellas',
  durationSeconds: 181.6,
  affect: { valence: -0.3, arousal: -0.2 },
  reasons: [{ code: 'fits_expression' }],
  links: {
    audio: { url: 'https://audio.example/1.mp3?a=b', kind: 'direct' },
    page: 'https://music.example/1',
    licence: { name: 'CC BY', url: 'https://licence.example/by' },
  },
};

export const ORIGINAL: Fields = {
  id: 'original-17',
  source: 'Moodify originals',
  title: 'Golden Parade',
  artist: 'Moodify',
  durationSeconds: 150,
  affect: { valence: 0.7, arousal: 0.5 },
  recipe: { seed: 17, valence: 0.7, arousal: 0.5 },
  reasons: [{ code: 'fits_expression' }],
};

/** A playlist that is kept under a name. */
export function savedPlaylist(name: string, createdAt: Date, change: Fields = {}): Fields {
  return {
    name,
    moodId: 'past00000123456789abcd',
    emotion: 'sad',
    goal: 'lift',
    tracks: [SONG, ORIGINAL],
    createdAt,
    ...change,
  };
}

function scoresOf(emotion: string, confidence: number): Fields {
  const rest = (1 - confidence) / (EMOTIONS.length - 1);
  return Object.fromEntries(EMOTIONS.map((each) => [each, each === emotion ? confidence : rest]));
}

function under(counts: Record<string, Field>, key: string): Record<string, Field> {
  return (counts[key] ??= {}) as Record<string, Field>;
}

function add(counts: Record<string, Field>, emotion: string): void {
  counts[emotion] = ((counts[emotion] as number | undefined) ?? 0) + 1;
}
