import { camera as cameraEn } from '../../src/messages/en/camera';
import { home as homeEn } from '../../src/messages/en/home';
import { journey as journeyEn } from '../../src/messages/en/journey';
import { mood as moodEn } from '../../src/messages/en/mood';
import { photo as photoEn } from '../../src/messages/en/photo';
import { trouble as troubleEn } from '../../src/messages/en/trouble';
import { camera as cameraHi } from '../../src/messages/hi/camera';
import { home as homeHi } from '../../src/messages/hi/home';
import { journey as journeyHi } from '../../src/messages/hi/journey';
import { mood as moodHi } from '../../src/messages/hi/mood';
import { photo as photoHi } from '../../src/messages/hi/photo';
import { trouble as troubleHi } from '../../src/messages/hi/trouble';
import { MoodifyPage } from './moodify-page';
import { expect, test, type Page } from './test';

const en = { ...cameraEn, ...homeEn, ...journeyEn, ...moodEn, ...photoEn, ...troubleEn };
const hi = { ...cameraHi, ...homeHi, ...journeyHi, ...moodHi, ...photoHi, ...troubleHi };

type Key = keyof typeof en;

/** A page on which a state is to come about, and the messages in its language. */
export interface Scene {
  readonly page: Page;
  readonly moodify: MoodifyPage;
  readonly words: Readonly<Record<Key, string>>;
}

/** How a state comes about, and what is then to be read. */
export interface State {
  readonly bring: (scene: Scene) => Promise<unknown>;
  readonly shows: readonly Key[];
}

/**
 * Tests states of the main page: the sentences that belong to them are there in English, and in Hindi
 * when the language is changed in their middle, with no English sentence left.
 */
export function testInBothLanguages(states: Readonly<Record<string, State>>): void {
  test.describe('in English and in Hindi the page says of', () => {
    for (const [what, { bring, shows }] of Object.entries(states)) {
      test(what, async ({ page }) => {
        const moodify = new MoodifyPage(page);
        await bring({ page, moodify, words: en });
        await expectInBothLanguages(moodify, shows);
      });
    }
  });
}

/** The same for states that come one after the other on a page that is opened once. */
export function testOneAfterTheOther(
  what: string,
  open: State['bring'],
  states: Readonly<Record<string, State>>,
): void {
  test(`in English and in Hindi the page says of ${what}`, async ({ page }) => {
    const moodify = new MoodifyPage(page);
    await open({ page, moodify, words: en });
    for (const [name, { bring, shows }] of Object.entries(states)) {
      await test.step(name, async () => {
        await bring({ page, moodify, words: en });
        await expectInBothLanguages(moodify, shows);
        await moodify.changeLanguage('en');
      });
    }
  });
}

/** The same for states that pass, or are without a connection: each language comes to them anew. */
export function testInEachLanguage(states: Readonly<Record<string, State>>): void {
  for (const [name, locale, words] of [
    ['English', 'en-GB', en],
    ['Hindi', 'hi-IN', hi],
  ] as const) {
    test.describe(`in ${name} the page says of`, () => {
      test.use({ locale });

      for (const [what, { bring, shows }] of Object.entries(states)) {
        test(what, async ({ page }) => {
          await bring({ page, moodify: new MoodifyPage(page), words });
          await expectSentences(page, shows, words);
          await expect(page.locator('html')).toHaveAttribute('lang', locale.slice(0, 2));
          if (words !== en) {
            expect(await englishLines(page)).toEqual([]);
          }
        });
      }
    });
  }
}

/** Expects the sentences in English, then in Hindi, in which the page is left. */
async function expectInBothLanguages(moodify: MoodifyPage, shows: State['shows']): Promise<void> {
  const { page } = moodify;
  await expectSentences(page, shows, en);
  await moodify.changeLanguage('hi');
  await expectSentences(page, shows, hi);
  expect(await englishLines(page)).toEqual([]);
}

async function expectSentences(page: Page, keys: readonly Key[], words: Scene['words']) {
  for (const key of keys) {
    await expect(page.locator('main')).toContainText(sentence(words[key]), { useInnerText: true });
  }
}

/** Lets the page have the camera and opens it. */
export async function openCamera({ page, moodify }: Scene, shown = 'live'): Promise<void> {
  await page.context().grantPermissions(['camera']);
  await moodify.comeIn();
  await page.getByTestId('camera-open').click();
  await expect(page.getByTestId('camera')).toHaveAttribute('data-state', shown);
}

/** A message as it is read, whatever is filled into it. */
function sentence(message: string): RegExp {
  const plain = message.replace(/[.*+?^$()|[\]\\]/g, '\\$&');
  return new RegExp(plain.replace(/\{\w+\}/g, '.+').replace(/\s+/g, '\\s+'));
}

/** What can be read on the page that is a message in English. */
async function englishLines(page: Page): Promise<string[]> {
  const lines = (await page.locator('body').innerText()).split('\n').map((line) => line.trim());
  // What a screen reader has said already.
  const announced = await page.locator('.visually-hidden[role=status]').allInnerTexts();
  const english = new Set<string>(Object.values(en));
  return lines.filter(
    (line) => !announced.includes(line) && (english.has(line) || line.startsWith('In English')),
  );
}
