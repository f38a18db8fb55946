import { expect, test } from './test';
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
  browser,
}) => {
  test.setTimeout(240_000);
  const { credentials, entries, write } = await personWithPast(page, ENTRIES);
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  await write({
    'insights/summary': summaryOf(entries, new Date()),
    // Else three pages would write it at once, and each would hear of it from the others.
    '': { timeZone },
  });

  /** Signs in on a device that remembers nothing, on a page. */
  const open = async (path: string) => {
    const device = await (await browser.newContext()).newPage();
    const reads = await countDocumentsRead(device);
    const moodify = new MoodifyPage(device);
    await moodify.arrive(credentials, path);
    return { device, moodify, reads };
  };

  const [home, history, insights] = await Promise.all([
    open('/'),
    open('/history'),
    open('/insights'),
  ]);
  await expect(home.moodify.history).toHaveCount(10);
  await expect(history.moodify.history).toHaveCount(20);
  await expect(insights.device.getByTestId('insights-entries')).toHaveText('478');
  const [ofHome = NaN, ofHistory = NaN, ofInsights = NaN] = await Promise.all(
    [home, history, insights].map(({ reads }) => settled(reads)),
  );
  await history.device.getByTestId('history-more').click();
  await expect(history.moodify.history).toHaveCount(40);
  const ofMore = (await settled(history.reads)) - ofHistory;
  await Promise.all([home, history, insights].map(({ device }) => device.context().close()));

  console.log('documents read:', { ofHome, ofHistory, ofMore, ofInsights });
  expect(ofHome).toBeGreaterThanOrEqual(10);
  expect(ofHome).toBeLessThanOrEqual(MOST_READS);
  expect(ofHistory).toBeGreaterThanOrEqual(20);
  expect(ofHistory).toBeLessThanOrEqual(MOST_READS);
  expect(ofMore).toBeLessThanOrEqual(21);
  expect(ofInsights).toBeLessThanOrEqual(5);
});
