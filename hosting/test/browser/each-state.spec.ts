import { expect, type Page } from './test';
import type { AccountHolder } from './account-emulator';
import { writeAllAsFunction, writeAsFunction, type Fields } from './as-function';
import { breakCamera } from './broken-camera';
import { withNoisyCanvas } from './noisy-canvas';
import { happyEntry } from './past-entries';
import {
  astronaut,
  backlit,
  blurred,
  bomb,
  dark,
  emptyFile,
  farAway,
  heic,
  icon,
  pdf,
  text as textFile,
  video,
  type PhotoFile,
} from './photos';
import {
  openCamera,
  testInBothLanguages,
  testInEachLanguage,
  testOneAfterTheOther,
  type Scene,
  type State,
} from './in-each-language';
import { unhurried } from './unhurried';

// Every state of the main page, in each language; those of a camera that works have a file of their
// own. How one comes from state to state stands in the other files.

const STORAGE = /\/v0\/b\/.*\/o/;
const ENTRY = 'entry0123456789abcdef';

/** What there is of a photo from which nothing was read. */
const unread = { source: 'photo', goal: 'match', createdAt: new Date() };

const scores = { angry: 0.05, disgust: 0.04, fear: 0.12, happy: 0.1, sad: 0.3, surprise: 0.05 };

const unsureEntry = (): Fields => ({
  ...happyEntry(new Date()),
  ...{ status: 'unsure', emotion: 'neutral', confidence: 0.34 },
  scores: { ...scores, neutral: 0.34 },
});

/** Opens an entry from the list. */
async function openEntry({ moodify }: Scene): Promise<void> {
  const { uid } = await moodify.comeIn();
  await writeAsFunction(entryOf(uid), happyEntry(new Date()));
  await moodify.history.first().click();
}

/** Has the entry that is open be another one. */
const entry = (fields: Fields) => async (scene: Scene) => {
  const { uid = '' } = scene.moodify.person ?? {};
  await writeAllAsFunction(new Map([[entryOf(uid), fields]]));
};

const entryOf = (uid: string) => `users/${uid}/moods/${ENTRY}`;

/** A photo of which the upload never ends, or which is never read. */
async function onItsWay({ page, moodify }: Scene, arrives: boolean): Promise<AccountHolder> {
  await page.route(STORAGE, (route) =>
    arrives
      ? route.fulfill({ json: { name: 'photo', bucket: 'demo-moodify.appspot.com', size: '1' } })
      : new Promise(() => undefined),
  );
  const person = await moodify.comeIn();
  await moodify.give(astronaut);
  return person;
}

/** A photo that has arrived, of which functions write one thing after the other. */
function arrivedPhoto() {
  let address = '';
  return {
    open: async (scene: Scene): Promise<void> => {
      const sent = scene.page.waitForRequest(STORAGE);
      const { uid } = await onItsWay(scene, true);
      const [, moodId = ''] = /photos%2F[^%]+%2F([\w-]+)/.exec((await sent).url()) ?? [];
      address = `users/${uid}/moods/${moodId}`;
      await expect(scene.moodify.status).toHaveText(scene.words['status.finding']);
    },
    is: (fields: Fields) => () => writeAsFunction(address, fields),
  };
}

const photo = arrivedPhoto();

const refusedUpload =
  (status: number) =>
  async ({ page, moodify }: Scene) => {
    await page.route(STORAGE, (route) =>
      route.fulfill({ status, json: { error: { code: status, message: 'Refused.' } } }),
    );
    await moodify.give(astronaut);
  };

/** Opens the page for photos in which a face is looked for. */
async function openUnhurried({ page, moodify }: Scene): Promise<void> {
  await unhurried(page);
  await moodify.comeIn();
}

const failed = (code: string) =>
  entry({ ...unread, status: 'failed', error: { code, message: 'In English, for programs.' } });

/** Gives a photo instead of the one that an advice is about, if there is one. */
const another = (make: (page: Page) => Promise<PhotoFile>) => async (scene: Scene) => {
  const instead = scene.page.getByTestId('advice-other');
  if (await instead.isVisible()) {
    await instead.click();
  }
  await scene.moodify.give(await make(scene.page));
};

const give = (photo: PhotoFile) => (scene: Scene) => scene.moodify.give(photo);

/** Drops files as a person does. */
const drop =
  (names: string[], megabytes: number) =>
  ({ page }: Scene) =>
    page.evaluate(
      ({ names, megabytes, base64 }) => {
        const head = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        const rest = new Uint8Array(1024 * 1024);
        const parts = [head, ...new Array<Uint8Array>(megabytes).fill(rest)] as BlobPart[];
        const transfer = new DataTransfer();
        for (const name of names) {
          transfer.items.add(new File(parts, name, { type: 'image/jpeg' }));
        }
        document.body.dispatchEvent(
          new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }),
        );
      },
      { names, megabytes, base64: astronaut.buffer.toString('base64') },
    );

async function openWithCameraAllowed({ page, moodify }: Scene): Promise<void> {
  await page.context().grantPermissions(['camera']);
  await moodify.comeIn();
}

const broken =
  (name: string, permission: PermissionState) =>
  async ({ page }: Scene) => {
    const camera = page.getByTestId('camera');
    if (await camera.isVisible()) {
      await page.getByTestId('camera-close').click();
      await expect(camera).toBeHidden();
    }
    await breakCamera(page, name, permission);
    await page.getByTestId('camera-open').click();
    await expect(camera).toHaveAttribute('data-state', 'trouble');
  };

const STATES: Readonly<Record<string, State>> = {
  'nothing yet': {
    bring: ({ moodify }) => moodify.comeIn(),
    shows: [
      ...(['status.idle', 'home.headline', 'home.introduction', 'photo.choose'] as const),
      ...(['photo.privacy', 'camera.open', 'manual.title', 'goal.title'] as const),
      ...(['goal.match', 'goal.lift', 'goal.calm'] as const),
    ],
  },
  'not agreed to': {
    bring: async ({ page, moodify }) => {
      await moodify.comeIn('/', { agrees: false });
      await moodify.give(astronaut);
      await page.getByTestId('consent-decline').click();
    },
    shows: ['home.declined'],
  },
  'an icon that only the browser could read, whose canvas answers noise': {
    bring: async (scene) => {
      const file = await icon(scene.page);
      await withNoisyCanvas(scene.page);
      await openUnhurried(scene);
      await scene.moodify.give(file);
    },
    shows: ['photo.error.canvas'],
  },
  'a photo that was left unsent': {
    bring: async (scene) => {
      await onItsWay(scene, false);
      await expect(scene.page.getByTestId('percent')).toBeVisible();
      // As in another window, later: what knows of the upload in this one is gone.
      await scene.page.evaluate(() => {
        sessionStorage.clear();
      });
      await scene.page.goto('/robots.txt');
      await scene.page.goto('/');
    },
    shows: ['advice.title.unsent', 'advice.text.unsent', 'advice.send', 'advice.delete'],
  },
  'a camera in a browser whose canvas answers noise': {
    bring: async (scene) => {
      await withNoisyCanvas(scene.page);
      await openCamera(scene, 'trouble');
    },
    shows: ['camera.title.noise', 'camera.help.noise', 'camera.instead'],
  },
};

/** What a person sees of one photo, from its upload on. */
const UPLOADING: Readonly<Record<string, State>> = {
  'a photo that is uploaded': {
    bring: ({ page }) => expect(page.getByTestId('percent')).toBeVisible(),
    shows: ['status.uploading', 'step.uploading', 'step.finding', 'step.reading', 'step.choosing'],
  },
  'a second photo meanwhile': {
    bring: drop(['second.jpg'], 0),
    shows: ['home.busy', 'journey.cancel'],
  },
};

const READING: Readonly<Record<string, State>> = {
  'the face is looked for': { bring: () => Promise.resolve(), shows: ['status.finding'] },
  'the expression is read': {
    bring: photo.is({ ...unread, status: 'analyzing' }),
    shows: ['status.reading'],
  },
  'a result': {
    bring: async (scene) => {
      await photo.is(happyEntry(new Date()))();
      await expect(scene.moodify.tracks).not.toHaveCount(0);
      await scene.moodify.page.getByTestId('mood-scores').locator('summary').click();
    },
    shows: [
      ...(['mood.looks', 'emotion.happy', 'emotion.sad', 'emotion.angry', 'emotion.fear'] as const),
      ...(['emotion.disgust', 'emotion.surprise', 'emotion.neutral', 'mood.scores'] as const),
      ...(['mood.not-right', 'photo.another', 'camera.again'] as const),
    ],
  },
  'several faces': {
    bring: photo.is({ ...happyEntry(new Date()), faces: 3 }),
    shows: ['mood.looks', 'mood.faces.other'],
  },
  'not being sure': {
    bring: photo.is(unsureEntry()),
    shows: ['mood.unsure', 'mood.correct', 'mood.none-of-these'],
  },
};

const ADVICE: Readonly<Record<string, State>> = {
  'a photo that is dark': {
    bring: another(dark),
    shows: ['advice.title.dark', 'advice.text.dark', 'advice.proceed', 'advice.another'],
  },
  'a photo that is lit from behind': {
    bring: another(backlit),
    shows: ['advice.title.backlit', 'advice.text.backlit'],
  },
  'a face that is very small': {
    bring: another(farAway),
    shows: ['advice.title.small', 'advice.text.small'],
  },
  'a face that is blurred': {
    bring: another(blurred),
    shows: ['advice.title.blurred', 'advice.text.blurred'],
  },
};

const REFUSALS: Readonly<Record<string, State>> = {
  'an upload that is refused': {
    bring: refusedUpload(403),
    shows: ['status.stopped', 'trouble.denied'],
  },
  'a session that has ended': {
    bring: refusedUpload(401),
    shows: ['status.stopped', 'trouble.session'],
  },
};

const CAMERAS: Readonly<Record<string, State>> = {
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
};

/** Entries that are opened from the list. */
const ENTRIES: Readonly<Record<string, State>> = {
  'a result of the past': {
    bring: entry(happyEntry(new Date())),
    shows: ['mood.looks.past', 'emotion.happy'],
  },
  'not having been sure': {
    bring: entry(unsureEntry()),
    shows: ['mood.unsure.past', 'mood.correct'],
  },
  'a correction': {
    bring: entry({ ...happyEntry(new Date()), correction: 'sad' }),
    shows: ['mood.corrected', 'emotion.sad'],
  },
  'a mood that is picked by hand': {
    bring: entry({ ...happyEntry(new Date()), source: 'manual', emotion: 'surprise' }),
    shows: ['mood.picked', 'emotion.surprise'],
  },
  'no face': {
    bring: entry({ ...unread, status: 'no_face', faces: 0 }),
    shows: ['status.no-face', 'mood.no-face.title', 'mood.no-face.advice'],
  },
  'a photo that is damaged': { bring: failed('damaged'), shows: ['mood.failed.damaged'] },
  'a photo that is a drawing': { bring: failed('svg_unsupported'), shows: ['mood.failed.svg'] },
  'an AVIF image': { bring: failed('avif_unsupported'), shows: ['photo.error.avif'] },
  'a JPEG XL image': { bring: failed('jpeg_xl_unsupported'), shows: ['photo.error.jpeg-xl'] },
  'a JPEG 2000 image': {
    bring: failed('jpeg_2000_unsupported'),
    shows: ['photo.error.jpeg-2000'],
  },
  'a TIFF image': { bring: failed('tiff_unsupported'), shows: ['photo.error.tiff'] },
  'an icon': { bring: failed('icon_unsupported'), shows: ['photo.error.icon'] },
  'a photo of another format': {
    bring: failed('format_unsupported'),
    shows: ['mood.failed.format'],
  },
  'a photo that is gone': { bring: failed('photo_gone'), shows: ['mood.failed.photo-gone'] },
  'a photo that was given up': { bring: failed('gave_up'), shows: ['mood.failed.gave-up'] },
  'a photo that was stuck': { bring: failed('stuck'), shows: ['mood.failed.stuck'] },
  'a photo of too many bytes': {
    bring: failed('too_many_bytes'),
    shows: ['photo.error.too-large'],
  },
};

/** What cannot be sent; the last can. */
const FILES: Readonly<Record<string, State>> = {
  'a PDF': { bring: give(pdf), shows: ['photo.error.pdf'] },
  'an empty file': { bring: give(emptyFile), shows: ['photo.error.empty'] },
  'a file that is no photo': {
    bring: give(textFile),
    shows: ['photo.error.not-an-image'],
  },
  'a video': { bring: give(video), shows: ['photo.error.video'] },
  'a HEIC photo': { bring: give(heic), shows: ['photo.error.heic'] },
  'too many pixels': {
    bring: give(bomb()),
    shows: ['photo.error.too-many-pixels'],
  },
  'a file that is far too large': {
    bring: drop(['huge.jpg'], 60),
    shows: ['photo.error.far-too-large'],
  },
  'ten files': {
    bring: drop(
      Array.from({ length: 10 }, (_, index) => `${index}.jpg`),
      0,
    ),
    shows: ['home.several'],
  },
};

/** States that pass by themselves, or in which no other language can be fetched. */
const PASSING: Readonly<Record<string, State>> = {
  'an upload that is slow': {
    bring: async (scene) => {
      await scene.page.clock.install();
      await onItsWay(scene, false);
      await expect(scene.page.getByTestId('percent')).toBeVisible();
      await scene.page.clock.fastForward('00:30');
    },
    shows: ['trouble.slow-upload', 'trouble.retry'],
  },
  'no connection': {
    bring: async ({ page, moodify }) => {
      await moodify.comeIn();
      await page.context().setOffline(true);
      await moodify.give(astronaut);
    },
    shows: ['status.waiting', 'trouble.waiting'],
  },
  'nothing comes': {
    bring: async (scene) => {
      await scene.page.clock.install();
      await onItsWay(scene, true);
      await expect(scene.moodify.status).toHaveText(scene.words['status.finding']);
      await scene.page.clock.fastForward('00:30');
    },
    shows: ['trouble.slow', 'trouble.retry'],
  },
  'music is chosen': {
    bring: async ({ page, moodify }) => {
      await moodify.comeIn();
      await page.context().setOffline(true);
      await page.getByTestId('mood-manual').locator('summary').click();
      await page.getByTestId('mood-pick-sad').click();
    },
    shows: ['status.choosing', 'mood.picked', 'emotion.sad'],
  },
};

testInBothLanguages(STATES);

testOneAfterTheOther('a photo on its way', (scene) => onItsWay(scene, false), UPLOADING);

testOneAfterTheOther('a photo that has arrived', photo.open, READING);

testOneAfterTheOther('a photo that could be better', openUnhurried, ADVICE);

testOneAfterTheOther('an upload', ({ moodify }) => moodify.comeIn(), REFUSALS);

testOneAfterTheOther('a camera', openWithCameraAllowed, CAMERAS);

testOneAfterTheOther('an entry', openEntry, ENTRIES);

testOneAfterTheOther('a file', ({ moodify }) => moodify.comeIn(), FILES);

testInEachLanguage(PASSING);
