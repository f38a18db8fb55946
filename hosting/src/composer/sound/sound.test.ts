import { describe, expect, test } from 'vitest';
import type { Drum } from '../notes/score';
import { DRUM_SAMPLES } from './drum-samples';
import { Master, rootMeanSquare } from './master';
import { Seam } from './seam';
import { noise, peakOf, SAMPLE_RATE, silence, type Recording, type Signal } from './signal';
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
      const mastered = new Master(masteringOf(recording, -20)).add(recording);
      // The faded end costs a little.
      expect(20 * Math.log10(rootMeanSquare(mastered))).toBeGreaterThan(-22);
      expect(20 * Math.log10(rootMeanSquare(mastered))).toBeLessThan(-19.5);
    }
  });

  test('does not clip, however loud it is to be, and ends in silence', () => {
    const recording = recorded(1);
    const { left } = new Master(masteringOf(recording, 0)).add(recording);
    expect(peakOf(left)).toBeLessThan(0.84);
    expect(left.at(-1)).toBeCloseTo(0);
  });

  test('is left as it is where it has no peaks, 160 samples later', () => {
    const recording = recorded(0.1);
    const { left } = new Master(masteringOf(recording, -30)).add(recording);
    const gain = 10 ** (-30 / 20) / rootMeanSquare(recording);
    for (const index of [0, 1, 5000, 40_000]) {
      expect(left[index + 160]).toBeCloseTo(gain * (recording.left[index] ?? NaN), 5);
    }
  });

  test('is turned down before a peak comes, and up again slowly', () => {
    const recording = { left: silence(4).fill(0.5), right: silence(4).fill(0.5) };
    recording.left[10_000] = 2;
    const { left, right } = new Master({ level: 0, loudness: 0, length: 4 * SAMPLE_RATE }).add(
      recording,
    );
    expect(left[10_160]).toBeLessThan(0.84);
    expect(right[10_160]).toBeCloseTo((0.5 * (left[10_160] ?? 0)) / 2, 5);
    expect(right[9_990]).toBeCloseTo(0.5, 3);
    expect(right[10_160 + SAMPLE_RATE]).toBeGreaterThan(0.49);
    const steps = right.slice(1, 80_000).map((sample, index) => sample - (right[index] ?? 0));
    expect(peakOf(steps.subarray(200))).toBeLessThan(0.01);
  });

  test('has the same samples whether it is mastered whole or in parts', () => {
    const recording = recorded(0.5);
    const mastering = masteringOf(recording, -12);
    const whole = new Master(mastering).add(recording);
    const master = new Master(mastering);
    const middle = Math.round(recording.left.length / 2);
    const parts = [
      [0, middle],
      [middle, recording.left.length],
    ].map(([start, end]) => {
      const part = (side: Signal) => side.subarray(start, end);
      return master.add({ left: part(recording.left), right: part(recording.right) });
    });
    expect(parts.flatMap(({ left }) => [...left])).toEqual([...whole.left]);
  });

  test('of silence stays silent', () => {
    const recording = { left: silence(1), right: silence(1) };
    const mastering = { level: -Infinity, loudness: -20, length: SAMPLE_RATE };
    expect(peakOf(new Master(mastering).add(recording).left)).toBe(0);
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
  const level = 20 * Math.log10(rootMeanSquare(recording));
  return { level, loudness, length: recording.left.length };
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
});
