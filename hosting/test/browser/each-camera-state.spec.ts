import { expect, test } from './test';
import { SMALL_WINDOW, withFakeCamera } from './fake-camera';
import {
  openCamera,
  testInBothLanguages,
  testInEachLanguage,
  type State,
} from './in-each-language';

// Every state of a camera that works, in each language; the others need none and stand in
// each-state.spec.ts. How one comes from state to state stands in camera.spec.ts.

const STATES: Readonly<Record<string, State>> = {
  'the camera': {
    bring: openCamera,
    shows: ['camera.title', 'camera.explained', 'camera.hint.good'],
  },
  'a photo of the camera': {
    bring: async (scene) => {
      await openCamera(scene);
      await scene.page.getByTestId('camera-shutter').click();
      await expect(scene.page.getByTestId('camera-photo')).toBeVisible();
    },
    shows: ['camera.title.review', 'camera.retake', 'camera.use'],
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

/** A state that passes by itself. */
const PASSING: Readonly<Record<string, State>> = {
  'the countdown': {
    bring: async (scene) => {
      await openCamera(scene);
      await scene.page.getByTestId('camera-shutter').click();
    },
    shows: ['camera.counting'],
  },
};

test.use({ launchOptions: withFakeCamera(), viewport: SMALL_WINDOW });

testInBothLanguages(STATES);

testInEachLanguage(PASSING);
