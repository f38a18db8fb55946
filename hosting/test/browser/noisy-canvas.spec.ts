import { expect, test } from './test';
import { MoodifyPage } from './moodify-page';
import { withNoisyCanvas } from './noisy-canvas';
import { astronaut, dark } from './photos';

test.describe('in a browser whose canvas answers noise', () => {
  test.beforeEach(({ page }) => withNoisyCanvas(page));

  test('a photo is sent as it is, and read', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    await moodify.comeIn();
    await moodify.give(astronaut);
    await expect(moodify.emotion).toContainText('happy');
    await expect(page.getByAltText('Your photo')).toHaveAttribute('width', '512');
    await expect(moodify.error).toHaveCount(0);
  });

  test('a photo is not judged by what is noise', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    await moodify.comeIn();
    await moodify.give(await dark(page));
    await expect(moodify.status).toHaveAttribute('data-status', /ready|unsure|no_face/);
    await expect(page.getByTestId('advice')).toHaveCount(0);
  });
});
