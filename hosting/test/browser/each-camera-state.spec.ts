import { expect, test } from '@playwright/test';
import { breakCamera } from './broken-camera';
import { withFakeCamera } from './fake-camera';
import { testInEachLanguage, type Scene, type State } from './in-each-language';

// Every state of the camera, in each language. How one comes from state to state stands in
// camera.spec.ts.

async function openCamera({ page, moodify }: Scene, shown = 'live'): Promise<void> {
  await page.context().grantPermissions(['camera']);
  await moodify.comeIn();
  await page.getByTestId('camera-open').click();
  await expect(page.getByTestId('camera')).toHaveAttribute('data-state', shown);
}
const broken = (name: string, permission: PermissionState) => async (scene: Scene) => {
  await breakCamera(scene.page, name, permission);
  await openCamera(scene, 'trouble');
};

const STATES: Readonly<Record<string, State>> = {
  'the camera': {
    bring: openCamera,
    shows: ['camera.title', 'camera.explained', 'camera.hint.good'],
  },
  'the countdown': {
    bring: async (scene) => {
      await openCamera(scene);
      await scene.page.getByTestId('camera-shutter').click();
    },
    shows: ['camera.counting'],
  },
  'a photo of the camera': {
    bring: async (scene) => {
      await openCamera(scene);
      await scene.page.getByTestId('camera-shutter').click();
      await expect(scene.page.getByTestId('camera-photo')).toBeVisible();
    },
    shows: ['camera.title.review', 'camera.retake', 'camera.use'],
  },
  'a camera that is blocked': {
    bring: broken('NotAllowedError', 'denied'),
    shows: ['camera.title.denied', 'camera.help.denied', 'camera.instead'],
  },
  'a camera that was not allowed': {
    bring: broken('NotAllowedError', 'prompt'),
    shows: ['camera.title.dismissed', 'camera.help.dismissed'],
  },
  'no camera': {
    bring: broken('NotFoundError', 'granted'),
    shows: ['camera.title.missing', 'camera.help.missing'],
  },
  'a camera in use': {
    bring: broken('NotReadableError', 'granted'),
    shows: ['camera.title.busy', 'camera.help.busy'],
  },
  'a camera that the browser does not lend': {
    bring: broken('TypeError', 'granted'),
    shows: ['camera.title.unsupported', 'camera.help.unsupported'],
  },
  'a camera that does not open': {
    bring: broken('UnknownError', 'granted'),
    shows: ['camera.title.unknown', 'camera.help.unknown'],
  },
  'a camera that was unplugged': {
    bring: async (scene) => {
      await openCamera(scene);
      await scene.page.evaluate(() => {
        const [track] = (
          document.querySelector('video')?.srcObject as MediaStream
        ).getVideoTracks();
        track?.dispatchEvent(new Event('ended'));
      });
    },
    shows: ['camera.title.ended', 'camera.help.ended'],
  },
};

test.use({ launchOptions: withFakeCamera() });

testInEachLanguage(STATES);
