import { describe, expect, test } from 'vitest';
import { compose } from '../notes/compose';
import { Convolution } from '../sound/convolution';
import { mix } from '../sound/mixer';
import { rootMeanSquare } from '../sound/master';
import { roomResponse } from '../sound/room';
import { noise, peakOf, SAMPLE_RATE, silence } from '../sound/signal';
import { Renderer } from './renderer';

const score = compose({ seed: 4, valence: 0.4, arousal: 0.8 });
const mute = { left: new Convolution(silence(1)), right: new Convolution(silence(1)) };

describe('the renderer', () => {
  test('records the whole piece, a stretch after the other, short ones first', () => {
    const renderer = new Renderer(score);
    const lengths: number[] = [];
    for (let stretch = renderer.next(); stretch; stretch = renderer.next()) {
      expect(stretch.left).toHaveLength(stretch.right.length);
      expect(peakOf(stretch.left)).toBeLessThan(0.97);
      lengths.push(stretch.left.length / SAMPLE_RATE);
    }
    expect(lengths.slice(0, 5)).toEqual([4, 6, 10, 16, 24]);
    expect(lengths.reduce((sum, length) => sum + length, 0)).toBeCloseTo(score.seconds, 3);
    expect(renderer.next()).toBeUndefined();
  });

  test('records the same again', () => {
    expect(new Renderer(score).next()).toEqual(new Renderer(score).next());
  });
});

describe('the mixer', () => {
  const { character } = score;

  test('puts the melody a little to the right, the bass in the middle', () => {
    const stem = noise(1, 'stem');
    const melody = mix(new Map([['melody', stem]]), character, mute, 1);
    expect(peakOf(melody.right)).toBeGreaterThan(1.1 * peakOf(melody.left));
    const bass = mix(new Map([['bass', stem]]), character, mute, 1);
    expect(peakOf(bass.right)).toBeCloseTo(peakOf(bass.left), 5);
  });

  test('lets the melody come back three eighths later, and no one else', () => {
    const click = silence(1).fill(1, 0, 400);
    const later = Math.round((90 / character.tempo) * SAMPLE_RATE) + 200;
    const melody = mix(new Map([['melody', click]]), character, mute, 2);
    expect(Math.abs(melody.left[later] ?? 0)).toBeGreaterThan(0.01);
    const bass = mix(new Map([['bass', click]]), character, mute, 2);
    expect(bass.left[later]).toBe(0);
  });

  test('lets the room ring on when all have ended', () => {
    const [left, right] = roomResponse(1.5);
    const room = { left: new Convolution(left), right: new Convolution(right) };
    const click = silence(1).fill(1, 0, 400);
    const heard = mix(new Map([['drums', click]]), character, room, 2);
    expect(peakOf(heard.left.subarray(SAMPLE_RATE))).toBeGreaterThan(0);
    expect(heard.left).not.toEqual(heard.right);
  });
});

test('a room answers as strongly whether it is long or short', () => {
  for (const seconds of [1.2, 3.4]) {
    const [left, right] = roomResponse(seconds);
    expect(rootMeanSquare({ left, right })).toBeCloseTo(0.00125, 6);
  }
});
