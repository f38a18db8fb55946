import type { Score } from '../score';
import { mix, toBuffer } from './desk';
import { master, type Recording } from './master';
import { roomResponse } from './room';
import { SAMPLE_RATE, silence, type Signal } from './signal';
import { Sounds } from './sounds';
import { playStems } from './stems';
import { LONGEST_RELEASE } from './timbres';

/** How to go about rendering. */
export interface RenderOptions {
  /** Told the share that is done, in [0, 1], after every stretch. */
  readonly onProgress?: (share: number) => void;
  /** Ends the work early. */
  readonly signal?: AbortSignal;
}

/**
 * How much of a piece is rendered at a time, in seconds: short enough to tell of progress and to leave
 * the page its breath. Nothing is lost at the seams, because whatever is done to the sound is linear:
 * the answers to the parts add up to the answer to the whole.
 */
const STRETCH = 24;

/** How long the melody's repeats go on, in seconds. */
const REPEATS = 2;

let last: Promise<unknown> = Promise.resolve();

/**
 * Plays a piece into a recording, faster than it sounds. Pieces are rendered one after the other.
 *
 * @throws DOMException named AbortError if it was ended early
 */
export function render(score: Score, options: RenderOptions = {}): Promise<Recording> {
  const turn = last.then(() => perform(score, options));
  last = turn.catch(() => undefined);
  return turn;
}

async function perform(score: Score, { onProgress, signal }: RenderOptions): Promise<Recording> {
  const { character, seconds } = score;
  const recording = { left: silence(seconds), right: silence(seconds) };
  const sounds = new Sounds(score);
  const room = toBuffer(...roomResponse(character.reverberation));
  for (let start = 0; start < seconds; start += STRETCH) {
    signal?.throwIfAborted();
    const stretch = await renderStretch(score, start, sounds, room);
    add(recording.left, stretch.getChannelData(0), start);
    add(recording.right, stretch.getChannelData(1), start);
    onProgress?.(Math.min(1, (start + STRETCH) / seconds));
  }
  master(recording, character.loudness);
  return recording;
}

/** Renders the notes that begin within a stretch, until the last has rung out. */
function renderStretch(
  { character, notes }: Score,
  start: number,
  sounds: Sounds,
  room: AudioBuffer,
): Promise<AudioBuffer> {
  const beat = 60 / character.tempo;
  const timed = notes
    .map((note) => ({ note, time: note.beat * beat - start, seconds: note.beats * beat }))
    .filter(({ time }) => time >= 0 && time < STRETCH);
  const end = timed.reduce((latest, { time, seconds }) => Math.max(latest, time + seconds), 1);
  const stems = playStems(timed, sounds, end + LONGEST_RELEASE);
  return mix(stems, character, room, end + LONGEST_RELEASE + character.reverberation + REPEATS);
}

function add(target: Signal, source: Float32Array, start: number): void {
  const offset = Math.round(start * SAMPLE_RATE);
  const length = Math.min(source.length, target.length - offset);
  for (let index = 0; index < length; index += 1) {
    target[offset + index] = (target[offset + index] ?? 0) + (source[index] ?? 0);
  }
}
