import { describe, expect, test } from 'vitest';
import { echoes, steepLowPass } from './effects';
import { addPartial, peakOf, SAMPLE_RATE, silence } from './signal';

describe('the steep low pass', () => {
  const passed = (hertz: number) => {
    const tone = silence(1);
    addPartial(tone, { hertz, amplitude: 1 });
    // What has settled.
    return 20 * Math.log10(peakOf(steepLowPass(tone, 1000, 0.5).subarray(SAMPLE_RATE / 2)));
  };

  test('leaves alone what lies far below', () => {
    expect(passed(50)).toBeCloseTo(0, 1);
  });

  test('lets as much of its own frequency pass as it is asked to', () => {
    expect(passed(1000)).toBeCloseTo(0.5, 1);
  });

  test('takes 12 dB an octave above', () => {
    expect(passed(4000) - passed(8000)).toBeGreaterThan(11.5);
    expect(passed(4000) - passed(8000)).toBeLessThan(15);
  });

  test('lets everything pass if its frequency is beyond hearing', () => {
    const tone = silence(1);
    addPartial(tone, { hertz: 5000, amplitude: 1 });
    expect(peakOf(steepLowPass(tone, 90_000, 0.5))).toBeCloseTo(1, 1);
  });
});

describe('echoes', () => {
  test('come back in time, weaker each time, without the sound itself', () => {
    const click = silence(2);
    click[100] = 1;
    const heard = echoes(click, 0.5, 0.25);
    const at = (seconds: number) => heard[100 + Math.round(seconds * SAMPLE_RATE)];
    expect([at(0), at(0.5), at(1), at(1.5)]).toEqual([0, 1, 0.25, 0.0625]);
    expect(heard.filter((sample) => sample !== 0)).toHaveLength(3);
  });

  test('that fall between two samples are shared by both', () => {
    const click = silence(1);
    click[100] = 1;
    const heard = echoes(click, 1000.25 / SAMPLE_RATE, 0);
    expect(heard[1100]).toBeCloseTo(0.75, 5);
    expect(heard[1101]).toBeCloseTo(0.25, 5);
  });

  test('that would come after the end do not come', () => {
    const click = silence(0.5).fill(1);
    expect(peakOf(echoes(click, 0.6, 0.5))).toBe(0);
  });
});
