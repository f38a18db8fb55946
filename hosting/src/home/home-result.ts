import { html, nothing } from 'lit';
import { isInFlight, type Journey } from '../journey/journey';
import type { Goal } from '../mood/goal';
import '../mood/goal-picker';
import '../mood/manual-mood';
import { expressionOf, hasExpression, type Mood } from '../mood/mood';
import '../mood/mood-result';
import { offlinePlaylist } from '../playlist/offline-playlist';
import { answers, type Playlist } from '../playlist/playlist';
import '../playlist/playlist-view';
import '../saved/save-playlist';
import type { Session } from '../session/session';
import { connection } from '../shared/connection';
import { resultSkeleton } from './result-skeleton';

/** What a result is shown with. */
interface Setting {
  readonly session: Session;
  /** What music is to do, where there is no entry that says so. */
  readonly goal: Goal;
  /** What music does unless it is said otherwise. */
  readonly defaultGoal: Goal;
}

/** What came of a photo: expression and music, or a way to music without a face; a sketch until then. */
export function homeResult(journey: Journey | undefined, setting: Setting) {
  const { mood } = journey ?? {};
  if (!journey || !mood || !hasResult(journey)) {
    return journey && isInFlight(journey) ? resultSkeleton() : nothing;
  }
  return html`
    <div class="home-result">
      <mood-result .mood=${mood} ?past=${journey.past}></mood-result>
      ${hasExpression(mood) ? music(journey, mood, setting) : withoutFace(setting)}
    </div>
  `;
}

function music(journey: Journey, mood: Mood, { session, defaultGoal }: Setting) {
  const goal = mood.goal ?? 'match';
  const playlist = playlistOf(journey);
  const save = html`<save-playlist
    .session=${session}
    .playlist=${playlist}
    mood-id=${mood.id}
  ></save-playlist>`;
  return html`
    <goal-picker class="home-goal" .goal=${goal} .defaultGoal=${defaultGoal} compact></goal-picker>
    <playlist-view
      .goal=${goal}
      .playlist=${playlist}
      .actions=${save}
      mood-id=${mood.id}
      .player=${session.player}
    ></playlist-view>
  `;
}

/** There is music without a face too. */
function withoutFace({ goal, defaultGoal }: Setting) {
  return html`<div class="card home-pick">
    <goal-picker .goal=${goal} .defaultGoal=${defaultGoal}></goal-picker>
    <manual-mood open></manual-mood>
  </div>`;
}

/** Whether there is something to be shown beside the photo. */
export function hasResult({ mood }: Journey): boolean {
  return mood !== undefined && (hasExpression(mood) || mood.status === 'no_face');
}

/**
 * The playlist of a journey, if it answers what the entry asks for now. A mood that was picked by hand
 * without a connection has one at once.
 */
export function playlistOf(journey: Journey | undefined): Playlist | undefined {
  const { mood, playlist } = journey ?? {};
  if (mood && playlist && answers(playlist, mood)) {
    return playlist;
  }
  return mood?.source === 'manual' && !connection.isOnline ? madeFor(mood) : undefined;
}

/** The page asks several times for each rendering, and a mood that has changed is another object. */
const made = new WeakMap<Mood, Playlist>();

function madeFor(mood: Mood): Playlist | undefined {
  const emotion = expressionOf(mood);
  if (emotion && !made.has(mood)) {
    made.set(mood, offlinePlaylist(mood.id, emotion, mood.goal ?? 'match'));
  }
  return made.get(mood);
}
