import type { Character } from '../character';
import { breathe } from './breathe';
import { SAMPLE_RATE, type Signal } from './signal';
import { SEATS } from './seats';
import type { Chair, Stems } from './stems';
import {
  Convolver,
  FeedbackDelay,
  Filter,
  Gain,
  OfflineContext,
  Panner,
  setContext,
  ToneBufferSource,
} from './tone';

/**
 * Mixes stems: puts everyone in their place, in a room.
 *
 * @param room the room's answer to a click, left and right
 * @param seconds how long the result is to be, with all that rings out
 */
export async function mix(
  stems: Stems,
  character: Character,
  room: AudioBuffer,
  seconds: number,
): Promise<AudioBuffer> {
  const context = new OfflineContext(2, seconds, SAMPLE_RATE);
  await breathe();
  // Tone.js would open the machine's own audio output otherwise, which nothing here is for.
  setContext(context);
  const answer = new Convolver({ context, url: room }).toDestination();
  await breathe();
  for (const [chair, stem] of stems) {
    const { gain, pan, room: share } = SEATS[chair];
    const place = new Panner({ context, pan }).toDestination();
    new ToneBufferSource({ context, url: toBuffer(stem) })
      .start(0)
      .chain(...colours(chair, character, context), new Gain({ context, gain }), place);
    place.chain(new Gain({ context, gain: share }), answer);
    if (chair === 'melody') {
      place.chain(...repeats(character, context));
    }
    await breathe();
  }
  // Past Tone.js' own clock, which nothing here listens to.
  const rendered = await (context.rawContext as OfflineAudioContext).startRendering();
  await breathe();
  context.dispose();
  return rendered;
}

/** Puts signals, one to a channel, into a buffer of the browser's. */
export function toBuffer(...channels: readonly Signal[]): AudioBuffer {
  const buffer = new AudioBuffer({
    length: channels[0]?.length ?? 1,
    numberOfChannels: channels.length,
    sampleRate: SAMPLE_RATE,
  });
  channels.forEach((channel, index) => {
    buffer.copyToChannel(channel, index);
  });
  return buffer;
}

/** Tones are as bright as the piece is to be; drums and bass are what they are. */
function colours(chair: Chair, { brightness }: Character, context: OfflineContext): Filter[] {
  if (chair === 'bass' || chair === 'drums') {
    return [];
  }
  const frequency = chair === 'pad' ? 0.8 * brightness : 1.6 * brightness;
  return [new Filter({ context, type: 'lowpass', frequency, Q: 0.5, rolloff: -12 })];
}

/** The melody comes back softly, three eighths later. */
function repeats({ tempo }: Character, context: OfflineContext): (FeedbackDelay | Gain)[] {
  const delayTime = 90 / tempo;
  return [
    new FeedbackDelay({ context, delayTime, maxDelay: 2, feedback: 0.25, wet: 1 }),
    new Gain({ context, gain: 0.14 }).toDestination(),
  ];
}
