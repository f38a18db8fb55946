import { describe, expect, test } from 'vitest';
import { compose } from '../notes/compose';
import type { Drum } from '../notes/score';
import { DRUM_SAMPLES } from './drum-samples';
import { Synthesizer } from './synthesizer';
import { master, rootMeanSquare, type Recording } from './master';
import { Seam } from './seam';
import { MIX_SETTINGS } from './mix-settings';
import { noise, peakOf, SAMPLE_RATE, silence, type Signal } from './signal';
import { TIMBRES, type Timbre } from './timbres';
import { encodeWav } from './wav';

/** The frequency at which a signal repeats itself best, near an expected one: by autocorrelation. */
function pitchOf(source: Signal, expected: number): number {
  const start = Math.round(0.15 * SAMPLE_RATE);
  const window = 8192;
  let best = { hertz: 0, strength: -Infinity };
  for (let cents = -60; cents <= 60; cents += 2) {
    const hertz = expected * 2 ** (cents / 1200);
    // Several periods at once, and between two samples a straight line, to be fine enough.
    const lag = (8 * SAMPLE_RATE) / hertz;
    const whole = Math.floor(lag);
    let strength = 0;
    for (let index = start; index < start + window; index += 1) {
      const later =
        (source[index + whole] ?? 0) * (1 - (lag - whole)) +
        (source[index + whole + 1] ?? 0) * (lag - whole);
      strength += (source[index] ?? 0) * later;
    }
    if (strength > best.strength) {
      best = { hertz, strength };
    }
  }
  return best.hertz;
}

describe('a tone', () => {
  for (const timbre of Object.keys(TIMBRES) as Timbre[]) {
    for (const hertz of [65.41, 220, 659.26]) {
      test(`of ${timbre} at ${hertz} Hz is heard, does not clip and is in tune`, () => {
        const sound = TIMBRES[timbre].make(hertz);
        expect(peakOf(sound)).toBeGreaterThan(0.3);
        expect(peakOf(sound)).toBeLessThanOrEqual(1);
        const cents = 1200 * Math.log2(pitchOf(sound, hertz) / hertz);
        expect(Math.abs(cents)).toBeLessThanOrEqual(20);
      });
    }
  }

  test('that is held goes round without a seam', () => {
    for (const { make, held } of Object.values(TIMBRES)) {
      if (held) {
        const sound = make(220);
        const steps = sound.slice(1).map((sample, index) => Math.abs(sample - (sound[index] ?? 0)));
        const seam = Math.abs((sound[0] ?? 0) - (sound.at(-1) ?? 0));
        expect(seam).toBeLessThanOrEqual(1.01 * peakOf(steps));
      }
    }
  });
});

test('every drum is heard and ends in silence', () => {
  for (const drum of Object.keys(DRUM_SAMPLES) as Drum[]) {
    const sound = DRUM_SAMPLES[drum]();
    expect(peakOf(sound)).toBeGreaterThan(0.5);
    expect(peakOf(sound)).toBeLessThanOrEqual(1);
    expect(Math.abs(sound.at(-1) ?? 1)).toBeLessThan(0.01);
  }
});

describe('a recording', () => {
  const recorded = (gain: number) => {
    const loud = (name: string) => noise(4, name).map((sample) => gain * sample);
    return { left: loud('left'), right: loud('right') };
  };

  test('is brought to its loudness, whatever it was before', () => {
    for (const gain of [0.001, 1, 50]) {
      const recording = recorded(gain);
      master(recording, masteringOf(recording, -20));
      // The faded end costs a little.
      expect(20 * Math.log10(rootMeanSquare(recording))).toBeGreaterThan(-22);
      expect(20 * Math.log10(rootMeanSquare(recording))).toBeLessThan(-19.5);
    }
  });

  test('does not clip, however loud it is to be, and ends in silence', () => {
    const recording = recorded(1);
    master(recording, masteringOf(recording, 0));
    expect(peakOf(recording.left)).toBeLessThan(0.97);
    expect(recording.left.at(-1)).toBeCloseTo(0);
  });

  test('has the same samples whether it is mastered whole or in parts', () => {
    const whole = recorded(0.5);
    const parts = recorded(0.5);
    const mastering = masteringOf(whole, -12);
    master(whole, mastering);
    const middle = Math.round(parts.left.length / 2);
    for (const [start, end] of [
      [0, middle],
      [middle, parts.left.length],
    ] as const) {
      const part = (side: Signal) => side.subarray(start, end);
      master({ left: part(parts.left), right: part(parts.right) }, mastering, start);
    }
    expect(parts.left).toEqual(whole.left);
  });

  test('of silence stays silent', () => {
    const recording = { left: silence(1), right: silence(1) };
    master(recording, masteringOf(recording, -20));
    expect(peakOf(recording.left)).toBe(0);
  });

  test('is written as a WAV file of 16 bits, left and right in turn', async () => {
    const left = Float32Array.of(0, 1, -1);
    const right = Float32Array.of(0.5, 2, -2);
    const file = encodeWav({ left, right });
    const view = new DataView(await file.arrayBuffer());
    const word = (offset: number) =>
      String.fromCharCode(...[0, 1, 2, 3].map((index) => view.getUint8(offset + index)));
    expect([word(0), word(8), word(36)]).toEqual(['RIFF', 'WAVE', 'data']);
    expect(view.getUint32(4, true)).toBe(view.byteLength - 8);
    expect([view.getUint16(22, true), view.getUint32(24, true)]).toEqual([2, SAMPLE_RATE]);
    const samples = [0, 1, 2, 3, 4, 5].map((index) => view.getInt16(44 + 2 * index, true));
    expect(samples).toEqual([0, 16384, 32767, 32767, -32767, -32767]);
    expect(file.type).toBe('audio/wav');
  });
});

function masteringOf(recording: Recording, loudness: number) {
  return { level: rootMeanSquare(recording), loudness, length: recording.left.length };
}

describe('stretches of a piece', () => {
  test('ring over into each other, and nothing is lost', () => {
    const seam = new Seam();
    const stretch = (value: number, seconds: number) => ({
      left: silence(seconds).fill(value),
      right: silence(seconds).fill(-value),
    });
    const first = seam.add(stretch(1, 2.5), 1);
    const second = seam.add(stretch(10, 1.5), 1);
    const third = seam.add(stretch(100, 3), 1);
    expect([first, second, third].map(({ left }) => left.length)).toEqual([44_100, 44_100, 44_100]);
    const at = ({ left, right }: Recording, share: number) => {
      const index = Math.round(share * 44_099);
      return [left[index], right[index]];
    };
    expect(at(first, 0.5)).toEqual([1, -1]);
    expect(at(second, 0.5)).toEqual([11, -11]);
    expect([at(third, 0.25), at(third, 0.75)]).toEqual([
      [111, -111],
      [100, -100],
    ]);
  });

  test.each([
    { seed: 1, valence: 0.8, arousal: 0.6 },
    { seed: 2, valence: -0.7, arousal: -0.5 },
    { seed: 3, valence: 0, arousal: 0 },
  ])('are as loud together as is expected of the piece %j', (recipe) => {
    const score = compose(recipe);
    const synthesizer = new Synthesizer(score);
    const { stems } = synthesizer.play(0, score.seconds);
    let energy = 0;
    for (const [name, stem] of stems) {
      const { gain } = MIX_SETTINGS[name];
      energy += stem.reduce((sum, sample) => sum + (sample * gain) ** 2, 0);
    }
    const level = Math.sqrt(energy / (2 * score.seconds * SAMPLE_RATE));
    expect(Math.abs(20 * Math.log10(synthesizer.level() / level))).toBeLessThan(0.5);
  });
});
