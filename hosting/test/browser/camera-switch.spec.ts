import { expect, test, type Page } from './test';
import { withFakeCameras } from './fake-camera';
import { MoodifyPage } from './moodify-page';

test.use({ launchOptions: withFakeCameras(2) });

const camera = (page: Page) => page.getByTestId('camera');

/** Opens the camera, which the browser allows. */
async function openCamera(page: Page): Promise<void> {
  await page.context().grantPermissions(['camera']);
  await new MoodifyPage(page).comeIn();
  await page.getByTestId('camera-open').click();
  await expect(camera(page)).toHaveAttribute('data-state', 'live');
}

test.describe('a second camera', () => {
  test('is switched to, and back', async ({ page }) => {
    await openCamera(page);
    const shown = () =>
      page.getByTestId('camera-video').evaluate((video: HTMLVideoElement) => {
        const [track] = (video.srcObject as MediaStream | null)?.getVideoTracks() ?? [];
        return track?.getSettings().deviceId;
      });
    const first = await shown();
    expect(first).toBeTruthy();
    await page.getByTestId('camera-switch').click();
    await expect(camera(page)).toHaveAttribute('data-state', 'live');
    expect(await shown()).toBeTruthy();
    expect(await shown()).not.toBe(first);
    await page.getByTestId('camera-switch').click();
    await expect(camera(page)).toHaveAttribute('data-state', 'live');
    expect(await shown()).toBe(first);
  });

  test('is not offered where there is only one', async ({ page }) => {
    await page.addInitScript(() => {
      const devices = navigator.mediaDevices;
      const list = devices.enumerateDevices.bind(devices);
      devices.enumerateDevices = async () =>
        (await list()).filter(({ kind }) => kind === 'videoinput').slice(0, 1);
    });
    await openCamera(page);
    await expect(page.getByTestId('camera-switch')).toHaveCount(0);
  });
});
