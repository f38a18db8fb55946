import { describe, expect, test } from 'vitest';
import { compose } from '../notes/compose';
import { Convolution } from '../sound/convolution';
import { mix } from '../sound/mixer';
import { rootMeanSquare } from '../sound/master';
import type { Note, Voice } from '../notes/score';
import { roomResponse } from '../sound/room';
import { peakOf, SAMPLE_RATE, silence, type Recording, type Signal } from '../sound/signal';
import { Sounds } from '../sound/sounds';
import { playStems } from '../sound/stems';
import { Renderer } from './renderer';

const score = compose({ seed: 4, valence: 0.4, arousal: 0.8 });
const mute = new Convolution({ left: silence(1), right: silence(1) });
const both = (signal: Signal): Recording => ({ left: signal, right: signal });

describe('the renderer', () => {
  test('records the whole piece, a stretch after the other, short ones first', () => {
    const renderer = new Renderer(score);
    const lengths: number[] = [];
    for (let stretch = renderer.next(); stretch; stretch = renderer.next()) {
      expect(stretch.left).toHaveLength(stretch.right.length);
      expect(peakOf(stretch.left)).toBeLessThan(0.97);
      lengths.push(stretch.left.length / SAMPLE_RATE);
    }
    expect(lengths.slice(0, 5)).toEqual([2, 4, 8, 16, 24]);
    expect(lengths.reduce((sum, length) => sum + length, 0)).toBeCloseTo(score.seconds, 3);
    expect(renderer.next()).toBeUndefined();
  });

  test('records the same again', () => {
    expect(new Renderer(score).next()).toEqual(new Renderer(score).next());
  });
});

describe('the mixer', () => {
  const { character } = score;

  test('lets the melody come back three eighths later, from the left, and no one else', () => {
    const click = both(silence(1).fill(1, 0, 400));
    const later = Math.round((90 / character.tempo) * SAMPLE_RATE) + 200;
    const melody = mix(new Map([['melody', click]]), character, mute, 2);
    expect(Math.abs(melody.left[later] ?? 0)).toBeGreaterThan(0.01);
    expect(melody.left[later]).toBeGreaterThan(2 * (melody.right[later] ?? 0));
    const beat = mix(new Map([['beat', click]]), character, mute, 2);
    expect(beat.left[later]).toBe(0);
  });

  test('lets the room ring on when all have ended, on each side in its own way', () => {
    const room = new Convolution(roomResponse(1.5));
    const click = both(silence(1).fill(1, 0, 400));
    const heard = mix(new Map([['beat', click]]), character, room, 2);
    expect(peakOf(heard.left.subarray(SAMPLE_RATE))).toBeGreaterThan(0);
    expect(heard.left).not.toEqual(heard.right);
  });

  test('lets more of what is farther away into the room', () => {
    const room = new Convolution(roomResponse(1.5));
    const click = both(silence(1).fill(1, 0, 400));
    const tail = (stem: 'beat' | 'pad') =>
      peakOf(mix(new Map([[stem, click]]), character, room, 2).left.subarray(SAMPLE_RATE / 10));
    expect(tail('pad')).toBeGreaterThan(3 * tail('beat'));
  });
});

describe('a stage', () => {
  const stems = (voice: Voice, pitch: number) => {
    const sounds = new Sounds(score);
    const note: Note = { voice, pitch, beat: 0, beats: 1, velocity: 0.8 };
    return playStems([{ note, time: 0, seconds: 3 }], sounds, false, 3);
  };
  const loudness = (side: Signal) => rootMeanSquare({ left: side, right: side });
  const balance = (voice: Voice, pitch = 60) => {
    const [heard] = stems(voice, pitch).values();
    return heard ? loudness(heard.right) / loudness(heard.left) : NaN;
  };

  test('has the melody a little to the right, the bass in the middle', () => {
    expect(balance('melody')).toBeGreaterThan(1.1);
    expect(balance('bass', 36)).toBeCloseTo(1, 2);
    expect(balance('kick')).toBeCloseTo(1, 5);
  });

  test('has low chords to the left and high ones to the right', () => {
    expect(balance('chords', 56)).toBeLessThan(0.8);
    expect(balance('chords', 76)).toBeGreaterThan(1.2);
  });

  test('has what is held apart on both sides, so that it is wide', () => {
    const [heard] = stems('pad', 60).values();
    const { left, right } = heard ?? { left: silence(1), right: silence(1) };
    let [shared, square, otherSquare] = [0, 0, 0];
    left.forEach((sample, index) => {
      shared += sample * (right[index] ?? 0);
      square += sample ** 2;
      otherSquare += (right[index] ?? 0) ** 2;
    });
    expect(Math.abs(shared / Math.sqrt(square * otherSquare))).toBeLessThan(0.6);
  });
});

test('a room answers as strongly whether it is long or short', () => {
  for (const seconds of [1.2, 3.4]) {
    expect(rootMeanSquare(roomResponse(seconds))).toBeCloseTo(0.00125, 6);
  }
});
