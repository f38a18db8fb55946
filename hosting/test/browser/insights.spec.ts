import { expect, test, type Page } from './test';
import { expectAccessible } from './axe';
import { pastEntries, summaryOf } from './past-entries';
import { personWithPast } from './person-with-past';

const CHARTS = ['days', 'share', 'weekdays', 'hours', 'lift'] as const;

/** How many different colours a chart's drawing has: none before it is drawn. */
function colours(page: Page, chart: string): Promise<number> {
  return page
    .getByTestId(`chart-${chart}`)
    .locator('canvas')
    .evaluate((canvas: HTMLCanvasElement) => {
      const context = canvas.getContext('2d');
      const { data } = context?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
      const found = new Set<number>();
      for (let at = 0; at < data.length; at += 4) {
        if (data[at + 3] === 255) {
          found.add(((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0));
        }
      }
      return found.size;
    });
}

async function withInsights(page: Page) {
  const person = await personWithPast(page, 0);
  const past = pastEntries(500, new Date());
  await person.write({ 'insights/summary': summaryOf(past, new Date()) });
  return { ...person, past };
}

test.describe('the insights', () => {
  test('say that there is nothing to see before the first entry', async ({ page }) => {
    const { moodify } = await personWithPast(page, 0);
    await moodify.goTo('insights');
    await expect(page.getByTestId('insights-empty')).toContainText('Nothing to see yet');
    await expect(page.locator('canvas')).toHaveCount(0);
  });

  test('draw five charts, which are fetched when they are needed and hold under the strict policy', async ({
    complaints,
    page,
  }) => {
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(request.url()));
    const { moodify } = await withInsights(page);
    expect(fetched.filter((url) => url.includes('chart-drawing'))).toEqual([]);

    await moodify.goTo('insights');
    for (const chart of CHARTS) {
      await expect.poll(() => colours(page, chart), { message: chart }).toBeGreaterThan(2);
    }
    expect(fetched.filter((url) => url.includes('chart-drawing'))).toHaveLength(1);
    const policy = await page.evaluate(
      async () => (await fetch('/')).headers.get('content-security-policy') ?? '',
    );
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain('unsafe');
    expect(complaints.all).toEqual([]);
  });

  test('say the same in tables as in charts', async ({ page }) => {
    const { moodify, past } = await withInsights(page);
    await moodify.goTo('insights');
    const read = past.filter(({ emotion }) => emotion !== undefined);
    await expect(page.getByTestId('insights-entries')).toHaveText(String(read.length));

    for (const chart of CHARTS) {
      const table = page.getByTestId(`chart-${chart}`).locator('table');
      await expect(table).toBeHidden();
      await page.getByTestId(`chart-${chart}`).getByText('Show as table').click();
      await expect(table).toBeVisible();
    }
    const cells = (chart: string) =>
      page
        .getByTestId(`chart-${chart}`)
        .locator('td')
        .evaluateAll((all) => all.map((cell) => parseInt(cell.textContent, 10)));
    const sum = (numbers: number[]) => numbers.reduce((one, other) => one + other, 0);
    expect(sum(await cells('weekdays'))).toBe(read.length);
    expect(sum(await cells('hours'))).toBe(read.length);
    expect(sum(await cells('share'))).toBeGreaterThanOrEqual(97);
    expect(sum(await cells('share'))).toBeLessThanOrEqual(103);

    const mondays = read.filter(({ at }) => at.getUTCDay() === 1).length;
    const monday = page.getByTestId('chart-weekdays').locator('tr', { hasText: 'Monday' });
    const ofMonday = await monday
      .locator('td')
      .evaluateAll((all) => all.map((cell) => Number(cell.textContent)));
    expect(sum(ofMonday)).toBe(mondays);
    const lift = page.getByTestId('chart-lift');
    await expect(lift).toContainText('15 out of 24 times');
    await expect(lift.locator('tr', { hasText: 'sad' }).locator('td')).toHaveText(['46%', '21%']);
    await expect(page.locator('.insights-lift')).toContainText('from −0.41 to +0.22');
  });

  test('go back thirty days, thirteen weeks or a year', async ({ page }) => {
    const { moodify, past } = await withInsights(page);
    await moodify.goTo('insights');
    const days = page.getByTestId('chart-days');
    await days.getByText('Show as table').click();
    await expect(days.locator('tbody tr')).toHaveCount(30);
    await page.getByTestId('span-month').focus();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByTestId('span-quarter')).toBeChecked();
    await expect(days.locator('tbody tr')).toHaveCount(13);
    await page.keyboard.press('ArrowRight');
    await expect(days.locator('figcaption')).toContainText('in the last 52 weeks');
    const numbers = await days
      .locator('td')
      .evaluateAll((all) => all.map((cell) => Number(cell.textContent)));
    expect(numbers.reduce((one, other) => one + other, 0)).toBe(
      past.filter(({ emotion }) => emotion).length,
    );
  });

  test('take the colours of the theme, also when it changes', async ({ page }) => {
    const { moodify } = await withInsights(page);
    await page.emulateMedia({ colorScheme: 'light' });
    await moodify.goTo('insights');
    await expect.poll(() => colours(page, 'share')).toBeGreaterThan(2);
    const picture = () =>
      page
        .getByTestId('chart-share')
        .locator('canvas')
        .evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
    const light = await picture();
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(picture).not.toBe(light);
    const dark = await picture();
    await page.evaluate(() => {
      document.documentElement.dataset.theme = 'light';
    });
    await expect.poll(picture).not.toBe(dark);
  });

  test('say so while the newest entry is not counted yet, until it is', async ({ page }) => {
    const { moodify, entries, write } = await personWithPast(page, 3);
    const longAgo = new Date(Date.now() - 86_400_000);
    await write({ 'insights/summary': summaryOf(entries.slice(1), longAgo) });
    await moodify.goTo('history');
    await expect(moodify.history).toHaveCount(3);
    await moodify.goTo('insights');
    await expect(page.getByTestId('insights-entries')).toHaveText('2');
    await expect(page.getByTestId('insights-stale')).toContainText('isn’t included yet');
    await write({ 'insights/summary': summaryOf(entries, new Date()) });
    await expect(page.getByTestId('insights-entries')).toHaveText('3');
    await expect(page.getByTestId('insights-stale')).toHaveCount(0);
  });

  test('open their tables where the charts cannot be fetched', async ({ page }) => {
    const { moodify } = await withInsights(page);
    await page.route(/chart-drawing/, (route) => route.abort());
    await moodify.goTo('insights');
    await expect(page.getByTestId('chart-weekdays').locator('table')).toBeVisible();
    await expect(page.locator('canvas')).toHaveCount(0);
  });

  test('are in Hindi, with its days, if the person is', async ({ page }) => {
    await withInsights(page);
    await page.evaluate(() => {
      localStorage.setItem('moodify.language', 'hi');
    });
    await page.goto('/insights');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('रुझान');
    await page.getByTestId('chart-weekdays').getByText('तालिका के रूप में दिखाएँ').click();
    await expect(page.getByTestId('chart-weekdays').locator('tbody th').first()).toHaveText(
      'सोमवार',
    );
  });

  test('are for everyone, light and dark', async ({ page }) => {
    test.slow();
    const { moodify } = await withInsights(page);
    await moodify.goTo('insights');
    await expect.poll(() => colours(page, 'lift')).toBeGreaterThan(2);
    await page.getByTestId('chart-days').getByText('Show as table').click();
    await page.getByTestId('chart-lift').getByText('Show as table').click();
    await expectAccessible(page, 'insights, two tables open');
  });
});
