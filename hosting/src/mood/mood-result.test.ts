import { afterEach, describe, expect, test } from 'vitest';
import type { EmotionScores } from './emotion';
import type { Mood } from './mood';
import type { MoodResult } from './mood-result';
import './mood-result';

const scores: EmotionScores = {
  angry: 0.05,
  disgust: 0.04,
  fear: 0.17,
  happy: 0.03,
  sad: 0.36,
  surprise: 0.06,
  neutral: 0.29,
};

async function show(mood: Partial<Mood>): Promise<MoodResult> {
  const element = document.createElement('mood-result');
  element.mood = { id: 'm', status: 'ready', source: 'photo', ...mood };
  document.body.append(element);
  await element.updateComplete;
  return element;
}

const words = (element: Element | null) => element?.textContent.replace(/\s+/g, ' ').trim();
const find = (element: HTMLElement, id: string) => element.querySelector(`[data-testid=${id}]`);

afterEach(() => {
  document.body.replaceChildren();
});

describe('the result', () => {
  test('says how the expression looks, how sure that is, and all seven scores', async () => {
    const element = await show({ emotion: 'happy', confidence: 0.934, scores, faces: 1 });
    expect(words(element)).toContain('You look happy');
    expect(words(find(element, 'confidence'))).toBe('93% sure');
    expect(element.querySelectorAll('.score-bars dt')).toHaveLength(7);
    expect(words(element)).not.toContain('faces');
  });

  test('says of an expression of the past how it looked', async () => {
    const element = await show({ emotion: 'happy', confidence: 0.934, scores });
    element.past = true;
    await element.updateComplete;
    expect(words(element)).toContain('You looked happy');
    element.mood = { ...element.mood, status: 'unsure' };
    await element.updateComplete;
    expect(words(element)).toContain('You may have looked happy');
  });

  test('says that several faces were found and which one counts', async () => {
    const element = await show({ emotion: 'happy', confidence: 0.9, scores, faces: 3 });
    expect(words(element)).toContain('We found 3 faces and read the largest.');
  });

  test('offers the three likeliest expressions when it is not sure', async () => {
    const element = await show({ status: 'unsure', emotion: 'sad', confidence: 0.36, scores });
    const offered = [...element.querySelectorAll('.mood-picker button')].map(words);
    expect(offered).toEqual(['sad', 'neutral', 'fearful']);
    expect(words(element)).toContain('Hard to tell');
  });

  test('hands on the expression that the person picks', async () => {
    const element = await show({ status: 'unsure', emotion: 'sad', confidence: 0.36, scores });
    const picked: unknown[] = [];
    element.addEventListener('correction', (event) => picked.push((event as CustomEvent).detail));
    (find(element, 'correct-neutral') as HTMLButtonElement).click();
    expect(picked).toEqual(['neutral']);
  });

  test('takes the word of the person, and claims no confidence of its own for it', async () => {
    const element = await show({ emotion: 'sad', correction: 'neutral', confidence: 0.4, scores });
    expect(words(find(element, 'emotion'))).toBe('neutral');
    expect(find(element, 'confidence')).toBeNull();
  });

  test('names no expression where there is no face, and says what helps', async () => {
    const element = await show({ status: 'no_face', faces: 0 });
    expect(find(element, 'emotion')).toBeNull();
    expect(words(element)).toContain('lit from the front');
  });

  test('holds no inline style, which a strict Content-Security-Policy would refuse', async () => {
    const element = await show({ emotion: 'happy', confidence: 0.9, scores });
    expect(element.innerHTML).not.toMatch(/<style|on\w+=/);
  });
});
