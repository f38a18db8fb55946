import {
  calm,
  lift,
  match,
} from '../../../libs/music/src/main/resources/app/moodify/music/affect/affect.json';
import { text } from '../messages/messages';
import type { Emotion } from '../mood/emotion';
import type { Goal } from '../mood/goal';
import { hash } from '../shared/hash';
import type { Playlist } from './playlist';
import type { Affect, Track } from './track';

/** Where the music for each expression lies, by the goal: the server's own table. */
const PLACES = { match, lift, calm };

const TRACKS = 15;

/** How many steps lead from an unpleasant mood to a lifted one, as `Target` in libs/music has it. */
const LIFT_STEPS = 4;
/** Once so much music was heard it is at the goal, in seconds; also as there. */
const SECONDS_TO_GOAL = 600;
/** How long an original lasts, about, in seconds. */
const SECONDS_OF_A_TRACK = 150;

/** How far the pieces lie around the place that is wanted, so that they differ. */
const SPREAD = 0.14;

const REASONS = { match: 'fits_expression', lift: 'lifts_mood', calm: 'calms_down' } as const;

/**
 * Makes a list of originals for a mood while the server is out of reach, by the places that the server
 * goes by. The same entry always gets the same list; the server's own takes its place later.
 */
export function offlinePlaylist(moodId: string, emotion: Emotion, goal: Goal): Playlist {
  const steps = stepsOf(emotion, goal);
  const tracks = Array.from({ length: TRACKS }, (_, index) => {
    const elapsed = index * SECONDS_OF_A_TRACK;
    const step = Math.min(steps.length - 1, Math.floor((elapsed * steps.length) / SECONDS_TO_GOAL));
    const seed = hash(`${moodId} ${index}`);
    return original(seed, around(steps[step] ?? { valence: 0, arousal: 0 }, seed), index, goal);
  });
  return { goal, emotion, tracks, unavailable: [] };
}

function stepsOf(emotion: Emotion, goal: Goal): Affect[] {
  const start = placeOf(emotion, 'match');
  const end = placeOf(emotion, goal);
  if (goal !== 'lift' || start.valence >= 0) {
    return [end];
  }
  return Array.from({ length: LIFT_STEPS }, (_, step) => {
    const share = step / (LIFT_STEPS - 1);
    return {
      valence: start.valence + share * (end.valence - start.valence),
      arousal: start.arousal + share * (end.arousal - start.arousal),
    };
  });
}

function placeOf(emotion: Emotion, goal: Goal): Affect {
  const [valence = 0, arousal = 0] =
    PLACES[goal].find((place) => place.emotion === emotion)?.affect ?? [];
  return { valence, arousal };
}

function around({ valence, arousal }: Affect, seed: number): Affect {
  const shift = (bits: number) => SPREAD * ((2 * ((seed >>> bits) & 255)) / 255 - 1);
  return { valence: hundredths(valence + shift(0)), arousal: hundredths(arousal + shift(8)) };
}

/** The id holds the recipe, as `Original` in libs/music has it, so that the server knows the piece. */
function original(seed: number, affect: Affect, index: number, goal: Goal): Track {
  const { valence, arousal } = affect;
  return {
    id: `moodify-${seed}-${signed(valence)}-${signed(arousal)}`,
    source: 'Moodify originals',
    title: text('playlist.offline.title', { number: String(index + 1) }),
    artist: 'Moodify',
    durationSeconds: 0,
    affect,
    reasons: [{ code: REASONS[goal] }],
    recipe: { seed, ...affect },
  };
}

const hundredths = (value: number) => Math.round(100 * Math.min(1, Math.max(-1, value))) / 100;

const signed = (value: number) => `${value < 0 ? 'n' : ''}${Math.abs(Math.round(100 * value))}`;
