import { expect, test, type Page } from './test';
import { expectAccessible } from './axe';
import { breakCamera } from './broken-camera';
import { SMALL_WINDOW, withFakeCamera } from './fake-camera';
import { MoodifyPage, TRACKS } from './moodify-page';
import { astronaut } from './photos';

test.use({ launchOptions: withFakeCamera(), viewport: SMALL_WINDOW });

const camera = (page: Page) => page.getByTestId('camera');
const shutter = (page: Page) => page.getByTestId('camera-shutter');

/** The photo is taken after three seconds. */
const COUNTDOWN_MS = 3000;

/** Comes in and opens the camera, which the browser allows. */
async function openCamera(page: Page): Promise<MoodifyPage> {
  await page.context().grantPermissions(['camera']);
  const moodify = new MoodifyPage(page);
  await moodify.comeIn();
  await page.getByTestId('camera-open').click();
  await expect(camera(page)).toHaveAttribute('data-state', 'live');
  return moodify;
}

/** Whether a camera is on: whether any track that was handed out still lives. */
async function watchTracks(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const tracks: MediaStreamTrack[] = [];
    Object.assign(window, { tracks });
    const devices = navigator.mediaDevices;
    const open = devices.getUserMedia.bind(devices);
    devices.getUserMedia = async (wanted) => {
      const stream = await open(wanted);
      tracks.push(...stream.getTracks());
      return stream;
    };
  });
  return () =>
    page.evaluate(
      () =>
        (window as unknown as { tracks: MediaStreamTrack[] }).tracks.filter(
          ({ readyState }) => readyState === 'live',
        ).length,
    );
}

test.describe('the camera', () => {
  test('shows a mirror, says what it sees, counts down, and the photo goes all the way', async ({
    page,
  }) => {
    const live = await watchTracks(page);
    const moodify = await openCamera(page);
    const video = page.getByTestId('camera-video');
    await expect(video).toHaveCSS('transform', 'matrix(-1, 0, 0, 1, 0, 0)');
    await expect(page.getByTestId('camera-hint')).toHaveText('Looks good');
    await expectAccessible(page, 'camera');
    await shutter(page).click();
    for (const second of ['3', '2', '1']) {
      await expect(page.getByTestId('camera-countdown')).toHaveText(second);
    }
    await expect(page.getByTestId('camera-photo')).toBeVisible();
    await expect(page.getByTestId('camera-use')).toBeFocused();
    // The light of the camera is off while the photo is looked at.
    expect(await live()).toBe(0);
    await expectAccessible(page, 'photo of the camera');
    await page.getByTestId('camera-use').click();
    await expect(camera(page)).toHaveCount(0);
    await expect(moodify.emotion).toContainText('happy');
    await expect(moodify.tracks).toHaveCount(TRACKS);
    await expect(page.getByAltText('Your photo')).toBeVisible();
  });

  test('asks for the front camera and for no microphone', async ({ page }) => {
    await page.addInitScript(() => {
      const devices = navigator.mediaDevices;
      const open = devices.getUserMedia.bind(devices);
      devices.getUserMedia = (wanted) => {
        Object.assign(window, { wanted });
        return open(wanted);
      };
    });
    await openCamera(page);
    const wanted = await page.evaluate(
      () => (window as unknown as { wanted: MediaStreamConstraints }).wanted,
    );
    expect(wanted).toMatchObject({ audio: false, video: { facingMode: { ideal: 'user' } } });
  });

  test('takes the photo again, as often as one likes', async ({ page }) => {
    const moodify = await openCamera(page);
    await shutter(page).click();
    await page.getByTestId('camera-retake').click();
    await expect(camera(page)).toHaveAttribute('data-state', 'live');
    await expect(shutter(page)).toBeFocused();
    await shutter(page).click();
    await page.getByTestId('camera-use').click();
    await expect(moodify.emotion).toContainText('happy');
    await expect(moodify.history).toHaveCount(1);
  });

  test('takes one photo when its last button is pressed twice', async ({ page }) => {
    const moodify = await openCamera(page);
    await shutter(page).click();
    await page.getByTestId('camera-use').dblclick();
    await expect(moodify.tracks).toHaveCount(TRACKS);
    // What lies behind the dialog is not pressed.
    await expect(page.getByTestId('page')).toHaveAttribute('data-page', 'home');
    await expect(moodify.history).toHaveCount(1);
  });

  test('is closed by its button, by Escape and by going back: its light goes out, and the page is as before', async ({
    page,
  }) => {
    const live = await watchTracks(page);
    const moodify = await openCamera(page);
    for (const leave of [
      () => page.getByTestId('camera-close').click(),
      () => page.keyboard.press('Escape'),
      () => page.goBack(),
    ]) {
      expect(await live()).toBe(1);
      await leave();
      await expect(camera(page)).toHaveCount(0);
      expect(await live()).toBe(0);
      await expect(moodify.status).toHaveText('Ready when you are.');
      await expect(page.getByTestId('camera-open')).toBeFocused();
      expect(new URL(page.url()).pathname).toBe('/');
      await page.getByTestId('camera-open').click();
      await expect(camera(page)).toHaveAttribute('data-state', 'live');
    }
  });

  test('takes nothing if its countdown is stopped, or left by going back', async ({ page }) => {
    await page.clock.install();
    const moodify = await openCamera(page);
    await shutter(page).click();
    await expect(camera(page)).toHaveAttribute('data-state', 'counting');
    await shutter(page).click();
    await expect(camera(page)).toHaveAttribute('data-state', 'live');
    await page.clock.runFor(2 * COUNTDOWN_MS);
    await expect(camera(page)).toHaveAttribute('data-state', 'live');
    await shutter(page).click();
    await page.goBack();
    await expect(camera(page)).toHaveCount(0);
    await page.clock.runFor(2 * COUNTDOWN_MS);
    await expect(moodify.status).toHaveText('Ready when you are.');
    await expect(moodify.history).toHaveCount(0);
  });

  test('is used with the keyboard alone', async ({ page }) => {
    await page.context().grantPermissions(['camera']);
    const moodify = new MoodifyPage(page);
    await moodify.comeIn();
    await page.getByTestId('camera-open').focus();
    await page.keyboard.press('Enter');
    await expect(shutter(page)).toBeFocused();
    await page.keyboard.press('Space');
    await expect(page.getByTestId('camera-use')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(moodify.emotion).toContainText('happy');
  });

  test('does not open before the notice is agreed to', async ({ page }) => {
    const live = await watchTracks(page);
    await page.context().grantPermissions(['camera']);
    const moodify = new MoodifyPage(page);
    await moodify.comeIn('/', { agrees: false });
    await page.getByTestId('camera-open').click();
    await expect(page.getByTestId('consent-accept')).toBeVisible();
    expect(await live()).toBe(0);
    await page.getByTestId('consent-decline').click();
    await expect(page.getByTestId('photo-note')).toContainText('unless you agree');
    await expect(camera(page)).toHaveCount(0);
    await page.getByTestId('camera-open').click();
    await page.getByTestId('consent-accept').click();
    await expect(camera(page)).toHaveAttribute('data-state', 'live');
  });

  test('says that there is too little light', async ({ page }) => {
    await page.addInitScript(() => {
      navigator.mediaDevices.getUserMedia = () => {
        const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 480 });
        const pen = canvas.getContext('2d');
        setInterval(() => {
          if (pen) {
            pen.fillStyle = '#15100c';
            pen.fillRect(0, 0, 640, 480);
          }
        }, 50);
        return Promise.resolve(canvas.captureStream(20));
      };
    });
    await openCamera(page);
    await expect(page.getByTestId('camera-hint')).toHaveText(
      'It’s a bit dark here. More light helps.',
    );
    await shutter(page).click();
    await expect(page.getByTestId('camera-photo')).toBeVisible();
    await expect(page.getByTestId('camera-hint')).toHaveText('This photo is quite dark');
    await expect(page.getByTestId('camera-retake')).toBeFocused();
  });

  test('goes on showing its picture whatever is said beside it', async ({ page }) => {
    await page.addInitScript(() => {
      const store = window as unknown as { begun: number };
      store.begun = 0;
      document.addEventListener('loadstart', () => (store.begun += 1), { capture: true });
    });
    await openCamera(page);
    await expect(page.getByTestId('camera-hint')).toHaveText('Looks good');
    await shutter(page).click();
    await expect(page.getByTestId('camera-photo')).toBeVisible();
    expect(await page.evaluate(() => (window as unknown as { begun: number }).begun)).toBe(1);
  });

  test('waits for a picture where it shows none in the moment of the photo', async ({ page }) => {
    await page.addInitScript((base64) => {
      const photo = new Image();
      photo.src = `data:image/jpeg;base64,${base64}`;
      let black = false;
      // Black from the moment that the photo is to be taken, and for some pictures more.
      const turnBlack = () => {
        if (document.querySelector('[data-testid=camera][data-state=taking]')) {
          black = true;
          setTimeout(() => {
            observer.disconnect();
            black = false;
          }, 400);
        }
      };
      const observer = new MutationObserver(turnBlack);
      observer.observe(document, { subtree: true, attributes: true });
      navigator.mediaDevices.getUserMedia = () => {
        const canvas = Object.assign(document.createElement('canvas'), { width: 512, height: 512 });
        const pen = canvas.getContext('2d');
        setInterval(() => {
          pen?.clearRect(0, 0, 512, 512);
          if (!black) {
            pen?.drawImage(photo, 0, 0, 512, 512);
          }
        }, 40);
        return Promise.resolve(canvas.captureStream(25));
      };
    }, astronaut.buffer.toString('base64'));
    const moodify = await openCamera(page);
    await shutter(page).click();
    await expect(page.getByTestId('camera-photo')).toBeVisible();
    await expect(page.getByTestId('camera-hint')).toHaveText('Looks good');
    await page.getByTestId('camera-use').click();
    await expect(moodify.emotion).toContainText('happy');
  });

  for (const [name, becomes, hint, words] of [
    ['without a face', 'white', 'no-face', 'No face to be seen in this photo. Take another one?'],
    ['that is black', 'black', 'black', 'This photo is black'],
  ] as const) {
    test(`judges the photo that was taken: one ${name} does not look good`, async ({ page }) => {
      await page.addInitScript(
        ([base64, becomes]) => {
          const photo = new Image();
          photo.src = `data:image/jpeg;base64,${base64}`;
          let isGone = false;
          // The face leaves while it is counted.
          new MutationObserver(() => {
            isGone ||= document.querySelector('[data-testid=camera][data-state=counting]') !== null;
          }).observe(document, { subtree: true, attributes: true });
          navigator.mediaDevices.getUserMedia = () => {
            const canvas = Object.assign(document.createElement('canvas'), {
              width: 512,
              height: 512,
            });
            const pen = canvas.getContext('2d');
            setInterval(() => {
              if (pen && isGone) {
                pen.fillStyle = becomes;
                pen.fillRect(0, 0, 512, 512);
              } else {
                pen?.drawImage(photo, 0, 0, 512, 512);
              }
            }, 40);
            return Promise.resolve(canvas.captureStream(25));
          };
        },
        [astronaut.buffer.toString('base64'), becomes] as const,
      );
      await openCamera(page);
      await expect(page.getByTestId('camera-hint')).toHaveText('Looks good');
      await shutter(page).click();
      await expect(page.getByTestId('camera-photo')).toBeVisible();
      await expect(page.getByTestId('camera-hint')).toHaveAttribute('data-hint', hint);
      await expect(page.getByTestId('camera-hint')).toHaveText(words);
      await expect(page.getByTestId('camera-retake')).toBeFocused();
    });
  }

  test('does not say that a photo looks good where it cannot look for a face', async ({ page }) => {
    await page.route('**/*.tflite', (route) => route.abort());
    await openCamera(page);
    await shutter(page).click();
    await expect(page.getByTestId('camera-photo')).toBeVisible();
    await expect(page.getByTestId('camera-hint')).toHaveText('Is your face in it, and well lit?');
  });

  test('says that it was unplugged, and opens again', async ({ page }) => {
    await openCamera(page);
    await page.evaluate(() => {
      const video = document.querySelector('video');
      const [track] = (video?.srcObject as MediaStream).getVideoTracks();
      track?.dispatchEvent(new Event('ended'));
    });
    await expect(page.getByTestId('camera-error')).toContainText('It was unplugged');
    await page.getByTestId('camera-try-again').click();
    await expect(camera(page)).toHaveAttribute('data-state', 'live');
  });
});

test.describe('a camera that does not open', () => {
  for (const [name, permission, title, help] of [
    ['NotAllowedError', 'denied', 'The camera is blocked', 'press the icon next to the address'],
    ['NotAllowedError', 'prompt', 'Camera access wasn’t allowed', 'choose “Allow”'],
    ['NotFoundError', 'granted', 'No camera found', 'plugged in'],
    ['NotReadableError', 'granted', 'The camera is in use', 'video call'],
    ['UnknownError', 'granted', 'The camera won’t open', 'Try again'],
  ] as const) {
    test(`because of ${name} (${permission}) says so, and what to do`, async ({ page }) => {
      await breakCamera(page, name, permission);
      const moodify = new MoodifyPage(page);
      await moodify.comeIn();
      await page.getByTestId('camera-open').click();
      await expect(camera(page).getByRole('heading')).toHaveText(title);
      await expect(page.getByTestId('camera-error')).toContainText(help);
      await expect(page.getByTestId('camera-instead')).toBeFocused();
    });
  }

  test('leads to a photo instead', async ({ page }) => {
    await breakCamera(page, 'NotFoundError', 'granted');
    const moodify = new MoodifyPage(page);
    await moodify.comeIn();
    await page.getByTestId('camera-open').click();
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByTestId('camera-instead').click(),
    ]);
    await chooser.setFiles(astronaut);
    await expect(moodify.emotion).toContainText('happy');
  });

  test('because the person refuses it really is refused by Chromium too', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    await moodify.comeIn();
    await page.getByTestId('camera-open').click();
    await expect(page.getByTestId('camera-error')).toBeVisible();
    // As soon as it is allowed, nothing needs to be pressed any more.
    await page.context().grantPermissions(['camera']);
    await expect(camera(page)).toHaveAttribute('data-state', 'live');
  });

  test('because the browser has none to lend offers a photo alone', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'mediaDevices', { value: undefined });
    });
    const moodify = new MoodifyPage(page);
    await moodify.comeIn();
    await page.getByTestId('camera-open').click();
    await expect(page.getByTestId('camera-error')).toContainText('Chrome, Edge, Firefox or Safari');
    await expectAccessible(page, 'camera that does not open');
    await expect(page.getByTestId('camera-try-again')).toHaveCount(0);
  });
});
