import { expect, test } from '@playwright/test';
import { countDocumentsRead, type DocumentsRead } from './documents-read';
import { MoodifyPage } from './moodify-page';
import { summaryOf } from './past-entries';
import { personWithPast } from './person-with-past';

const ENTRIES = 500;
const MOST_READS = 40;

/** How many documents have come once none has for a while. */
async function settled(reads: DocumentsRead): Promise<number> {
  let last = -1;
  await expect
    .poll(
      async () => {
        const before = last;
        last = await reads.count();
        return last === before;
      },
      { intervals: [1500] },
    )
    .toBe(true);
  return last;
}

test('opening the app with 500 entries reads at most 40 documents, on whichever page', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const { entries, write } = await personWithPast(page, ENTRIES);
  await write({ 'insights/summary': summaryOf(entries, new Date()) });
  const reads = await countDocumentsRead(page);

  await page.goto('/');
  await expect(new MoodifyPage(page).history).toHaveCount(10);
  const home = await settled(reads);

  await page.goto('/history');
  await expect(new MoodifyPage(page).history).toHaveCount(20);
  const history = await settled(reads);
  await page.getByTestId('history-more').click();
  await expect(new MoodifyPage(page).history).toHaveCount(40);
  const more = (await settled(reads)) - history;

  await page.goto('/insights');
  await expect(page.getByTestId('insights-entries')).toHaveText('478');
  const insights = await settled(reads);

  console.log('documents read:', { home, history, more, insights });
  expect(home).toBeGreaterThanOrEqual(10);
  expect(home).toBeLessThanOrEqual(MOST_READS);
  expect(history).toBeGreaterThanOrEqual(20);
  expect(history).toBeLessThanOrEqual(MOST_READS);
  expect(more).toBeLessThanOrEqual(21);
  expect(insights).toBeLessThanOrEqual(5);
});
