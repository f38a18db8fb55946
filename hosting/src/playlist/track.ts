import type { Recipe } from '../composer';
import { isEmotion, type Emotion } from '../mood/emotion';

/** A place in the plane of valence and arousal, each in [-1, 1]. */
export interface Affect {
  readonly valence: number;
  readonly arousal: number;
}

/** Why a track is on a playlist. */
export interface Reason {
  /** Such as `fits_expression`; see the texts `reason.*`. */
  readonly code: string;
  /** What the reason is about, such as a tag in the catalogue's own words or the key of a genre. */
  readonly value?: string;
  /** The expression under which it was so. */
  readonly emotion?: Emotion;
}

/** Where a catalogue's track is to be found. All addresses are of the web. */
export interface TrackLinks {
  /** What an audio element plays; of the kind `resolve`, it leads to an address that expires soon. */
  readonly audio: { readonly url: string; readonly kind: 'direct' | 'resolve' };
  readonly page?: string;
  readonly artistPage?: string;
  readonly licence?: { readonly name: string; readonly url?: string };
}

/** A piece of music, and why it is on the playlist. */
export interface Track {
  readonly id: string;
  /** The catalogue's name. */
  readonly source: string;
  readonly title: string;
  readonly artist: string;
  /** 0 if it is not known. */
  readonly durationSeconds: number;
  readonly affect: Affect;
  readonly reasons: readonly Reason[];
  /** How the page makes it, for music of Moodify's own. */
  readonly recipe?: Recipe;
  /** For music of other catalogues. */
  readonly links?: TrackLinks;
}

/**
 * Reads a track as it stands in Firestore. Whatever has another type than agreed counts as absent, as
 * do addresses that are not of the web, such as scripts.
 *
 * @returns nothing without an id, a title and an artist
 */
export function readTrack(value: unknown): Track | undefined {
  const fields = asFields(value);
  const { id, source, title, artist, durationSeconds, affect, reasons } = fields;
  if (typeof id !== 'string' || typeof title !== 'string' || typeof artist !== 'string') {
    return undefined;
  }
  const recipe = readRecipe(fields.recipe);
  const links = readLinks(fields.links);
  return {
    id,
    source: typeof source === 'string' ? source : '',
    title,
    artist,
    durationSeconds: asNumber(durationSeconds) ?? 0,
    affect: readAffect(affect) ?? { valence: 0, arousal: 0 },
    reasons: Array.isArray(reasons) ? reasons.flatMap((reason) => readReason(reason) ?? []) : [],
    ...(recipe && { recipe }),
    ...(links && { links }),
  };
}

function readReason(value: unknown): Reason | undefined {
  const { code, value: about, emotion } = asFields(value);
  return typeof code === 'string'
    ? {
        code,
        ...(typeof about === 'string' && { value: about }),
        ...(isEmotion(emotion) && { emotion }),
      }
    : undefined;
}

function readRecipe(value: unknown): Recipe | undefined {
  const seed = asNumber(asFields(value).seed);
  const affect = readAffect(value);
  return seed !== undefined && affect ? { seed, ...affect } : undefined;
}

function readAffect(value: unknown): Affect | undefined {
  const { valence, arousal } = asFields(value);
  const place = { valence: asNumber(valence), arousal: asNumber(arousal) };
  return place.valence !== undefined && place.arousal !== undefined
    ? { valence: place.valence, arousal: place.arousal }
    : undefined;
}

function readLinks(value: unknown): TrackLinks | undefined {
  const fields = asFields(value);
  const audio = asFields(fields.audio);
  const url = asWebAddress(audio.url);
  if (!url) {
    return undefined;
  }
  const page = asWebAddress(fields.page);
  const artistPage = asWebAddress(fields.artistPage);
  const licence = readLicence(fields.licence);
  return {
    audio: { url, kind: audio.kind === 'resolve' ? 'resolve' : 'direct' },
    ...(page && { page }),
    ...(artistPage && { artistPage }),
    ...(licence && { licence }),
  };
}

function readLicence(value: unknown): TrackLinks['licence'] {
  const { name, url } = asFields(value);
  const address = asWebAddress(url);
  return typeof name === 'string' ? { name, ...(address && { url: address }) } : undefined;
}

function asFields(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function asNumber(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

function asWebAddress(value: unknown): string | undefined {
  if (typeof value !== 'string' || !URL.canParse(value)) {
    return undefined;
  }
  const { protocol, href } = new URL(value);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}
