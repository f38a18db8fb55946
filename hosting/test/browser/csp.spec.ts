import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stack } from '../stack';
import { MoodifyPage } from './moodify-page';
import { expect, test } from './test';

/** The lines of the function that takes reports, which hold this. */
async function logged(words: string): Promise<string[]> {
  const log = await readFile(join(stack.logs, 'api.log'), 'utf8');
  return log.split('\n').filter((line) => line.includes(words));
}

test.describe('the Content-Security-Policy', () => {
  test('has what it blocks reported, without anything of the person', async ({ page }) => {
    const host = `${randomUUID()}.example`;
    await new MoodifyPage(page).open('/?mail=ada@example.org');
    await page.evaluate((address) => {
      new Image().src = address;
    }, `https://${host}/ada.png?mail=ada@example.org`);

    await expect.poll(() => logged(host)).toHaveLength(1);
    const [line = ''] = await logged(host);
    expect(line).toMatch(
      new RegExp(`CSP violation: img-src, blocked https://${host}, at other:\\d+ \\(enforce\\)$`),
    );
    expect(line).not.toContain('ada');
  });

  test('has it reported what a text was refused for', async ({ page }) => {
    const words = 'CSP violation: require-trusted-types-for, blocked trusted-types-sink';
    const before = (await logged(words)).length;
    await new MoodifyPage(page).open();
    await page.evaluate(() => {
      try {
        document.body.innerHTML = '<img src="x" onerror="steal()">';
      } catch {
        // As it is meant to be.
      }
    });
    await expect.poll(async () => (await logged(words)).length).toBeGreaterThan(before);
  });

  test('takes no text for markup or a script, and knows who makes what it takes', async ({
    page,
  }) => {
    await new MoodifyPage(page).open();
    const taken = await page.evaluate(() => {
      const { trustedTypes } = globalThis as unknown as {
        trustedTypes: { createPolicy: (name: string, rules: object) => unknown };
      };
      const attempts: Record<string, () => unknown> = {
        markup: () => (document.body.innerHTML = '<b>text</b>'),
        'markup beside': () => {
          document.body.insertAdjacentHTML('beforeend', '<b>text</b>');
        },
        'a page in a frame': () => (document.createElement('iframe').srcdoc = 'text'),
        'a script': () => (document.createElement('script').text = 'steal()'),
        'the address of a script': () =>
          (document.createElement('script').src = 'https://apis.google.com/js/api.js'),
        'a worker': () => new Worker('/service-worker.js'),
        'a listener': () => {
          document.body.setAttribute('onclick', 'steal()');
        },
        'a policy': () => trustedTypes.createPolicy('any', {}),
        'a policy once more': () => trustedTypes.createPolicy('moodify', {}),
      };
      return Object.entries(attempts).flatMap(([name, attempt]) => {
        try {
          attempt();
          return name;
        } catch (error) {
          return error instanceof TypeError ? [] : `${name}: ${String(error)}`;
        }
      });
    });
    expect(taken).toEqual([]);
  });
});
