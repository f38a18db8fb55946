import { expect, test, type BrowserContext, type Page, type Request } from './test';
import { expectAccessible } from './axe';
import { documentsIn, writeAsFunction } from './as-function';
import { MoodifyPage, TRACKS } from './moodify-page';
import { happyEntry } from './past-entries';
import { astronaut, noise, text } from './photos';

const STORAGE = /\/v0\/b\/.*\/o/;

/**
 * Has uploads begin and never arrive. Those that begin after the returned function was called do
 * arrive; those before it never. Not for a tab that is to be closed: Chromium sends on what was held
 * of it.
 */
async function holdUploads(page: Page): Promise<() => void> {
  let isHeld = true;
  await page.route(STORAGE, async (route) => {
    await (isHeld ? new Promise(() => undefined) : route.continue());
  });
  return () => {
    isHeld = false;
  };
}

/**
 * The same for tabs that are to be closed: the requests are held in the tab itself, before they are
 * sent, and end with it. To be called before the tab is opened; returns what lets the next ones of a
 * tab go their way.
 */
async function holdUploadsInTabs(context: BrowserContext): Promise<(page: Page) => Promise<void>> {
  await context.addInitScript((storage) => {
    const isUpload = new RegExp(storage);
    const tab = window as unknown as { isReleased?: boolean };
    window.XMLHttpRequest = class extends XMLHttpRequest {
      isHeld = false;
      override open(method: string, url: string | URL) {
        this.isHeld = isUpload.test(String(url)) && tab.isReleased !== true;
        super.open(method, url, true);
      }
      override send(body?: Document | XMLHttpRequestBodyInit | null) {
        if (!this.isHeld) {
          super.send(body);
        }
      }
    };
  }, STORAGE.source);
  return (page) =>
    page.evaluate(() => {
      (window as unknown as { isReleased?: boolean }).isReleased = true;
    });
}

/** Has uploads arrive without the tab hearing of it. To be called before the tab is opened. */
async function hideArrivals(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    XMLHttpRequest.prototype.addEventListener = () => undefined;
  });
}

/** What each request of a resumable upload asks for, such as `start` or `upload, finalize`. */
function watchCommands(page: Page): Request[] {
  const requests: Request[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && STORAGE.test(request.url())) {
      requests.push(request);
    }
  });
  return requests;
}

const commandOf = (request: Request) => request.headers()['x-goog-upload-command'] ?? '';

/** How many photos this browser keeps that have not arrived. */
async function keptPhotos(page: Page): Promise<number> {
  return (await keptIds(page)).length;
}

/** The entries whose photos this browser keeps. */
function keptIds(page: Page): Promise<string[]> {
  return page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open('moodify-photos');
        opening.onerror = () => {
          reject(new Error('closed'));
        };
        opening.onsuccess = () => {
          const keys = opening.result.transaction('photos').objectStore('photos').getAllKeys();
          keys.onsuccess = () => {
            resolve(keys.result as string[]);
            opening.result.close();
          };
        };
      }),
  );
}

/** Has every photo that this browser keeps be kept for that much longer, in milliseconds. */
function ageKeptPhotos(page: Page, by: number): Promise<void> {
  return page.evaluate(
    (age) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('moodify-photos');
        opening.onerror = () => {
          reject(new Error('closed'));
        };
        opening.onsuccess = () => {
          const change = opening.result.transaction('photos', 'readwrite');
          const photos = change.objectStore('photos');
          const all = photos.getAll();
          all.onsuccess = () => {
            for (const kept of all.result as { keptAt: number }[]) {
              photos.put({ ...kept, keptAt: kept.keptAt - age });
            }
          };
          change.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    by,
  );
}

/** Comes in, gives a photo, and closes the tab while that is on its way. Returns whose it is. */
async function leaveWhileSending(page: Page): Promise<{ uid: string; moodId: string }> {
  const moodify = new MoodifyPage(page);
  const { uid } = await moodify.comeIn();
  await moodify.give(astronaut);
  await expect(page.getByTestId('percent')).toBeVisible();
  const [moodId = ''] = await keptIds(page);
  await page.close();
  return { uid, moodId };
}

test.describe('a photo that was chosen', () => {
  for (const delay of [60, 100, 150]) {
    test(`${delay} ms before a reload is not lost`, async ({ page }) => {
      const moodify = new MoodifyPage(page);
      const { uid } = await moodify.comeIn();
      await moodify.give(astronaut);
      await page.waitForTimeout(delay);
      await page.reload();
      await expect(moodify.emotion).toContainText('happy');
      await expect(moodify.tracks).toHaveCount(TRACKS);
      expect(await documentsIn(`users/${uid}/moods`)).toHaveLength(1);
      expect(await keptPhotos(page)).toBe(0);
    });
  }

  test('and is refused is not kept', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    await moodify.comeIn();
    await moodify.give(text);
    await expect(moodify.error).toBeVisible();
    await expect.poll(() => keptPhotos(page)).toBe(0);
    await page.reload();
    await expect(moodify.status).toHaveText('Ready when you are.');
  });
});

test.describe('an upload', () => {
  test('is shown with its percent and its steps', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    await moodify.comeIn();
    const release = await holdUploads(page);
    await moodify.give(astronaut);
    await expect(moodify.status).toContainText('Uploading your photo');
    await expect(page.getByTestId('percent')).toHaveText(/^\d{1,3}%$/);
    await expect(page.locator('.steps li')).toHaveText([
      'Uploading',
      'Finding the face',
      'Reading the expression',
      'Choosing music',
    ]);
    await expect(page.locator('.steps [data-state=current]')).toHaveText('Uploading');
    await expectAccessible(page, 'upload');
    release();
  });

  test('goes on after a reload in its middle, and what was kept is deleted', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    await moodify.comeIn();
    const release = await holdUploads(page);
    await moodify.give(astronaut);
    await expect(page.getByTestId('percent')).toBeVisible();
    expect(await keptPhotos(page)).toBe(1);
    // Only then: let go before, it can arrive before the page is gone.
    await page.reload();
    release();
    await expect(moodify.emotion).toContainText('happy');
    await expect(moodify.tracks).toHaveCount(TRACKS);
    await expect(page.getByAltText('Your photo')).toBeVisible();
    await expect(moodify.history).toHaveCount(1);
    expect(await keptPhotos(page)).toBe(0);
    // And it does so once; what came of it is shown again.
    await page.reload();
    await expect(moodify.status).toContainText('You looked happy.');
    await expect(moodify.tracks).toHaveCount(TRACKS);
    await expect(moodify.history).toHaveCount(1);
  });

  test('that was left by closing the tab is offered, and sent only when the person says so', async ({
    context,
    page,
  }) => {
    const release = await holdUploadsInTabs(context);
    await leaveWhileSending(page);
    const next = new MoodifyPage(await context.newPage());
    await next.page.goto('/');
    await expect(next.page.getByTestId('advice')).toContainText('This photo wasn’t sent');
    await expect(next.page.getByAltText('Your photo')).toBeVisible();
    await expect(next.history).toHaveCount(0);
    await release(next.page);
    await next.page.getByTestId('advice-proceed').click();
    await expect(next.emotion).toContainText('happy');
    await expect(next.history).toHaveCount(1);
    expect(await keptPhotos(next.page)).toBe(0);
  });

  test('that was left by closing the tab can be deleted instead', async ({ context, page }) => {
    await holdUploadsInTabs(context);
    await leaveWhileSending(page);
    const next = await context.newPage();
    await next.goto('/');
    await next.getByTestId('advice-other').click();
    await expect(next.getByTestId('status')).toHaveText('Ready when you are.');
    await expect.poll(() => keptPhotos(next)).toBe(0);
  });

  test('that was left more than two days ago is deleted, and not asked about', async ({
    context,
    page,
  }) => {
    await holdUploadsInTabs(context);
    await leaveWhileSending(page);
    const next = await context.newPage();
    // Where the page does not run yet.
    await next.goto('/robots.txt');
    expect(await keptPhotos(next)).toBe(1);
    await ageKeptPhotos(next, 2 * 24 * 60 * 60 * 1000);
    await next.goto('/');
    await expect(next.getByTestId('status')).toHaveText('Ready when you are.');
    await expect.poll(() => keptPhotos(next)).toBe(0);
    await expect(next.getByTestId('advice')).toHaveCount(0);
  });

  test('that arrived after all although the tab was closed is shown, and not asked about', async ({
    context,
    page,
  }) => {
    const moodify = new MoodifyPage(page);
    await hideArrivals(context);
    const { uid } = await moodify.comeIn();
    await moodify.give(astronaut);
    await expect.poll(() => documentsIn(`users/${uid}/moods`)).toHaveLength(1);
    expect(await keptPhotos(page)).toBe(1);
    await page.close();
    const next = new MoodifyPage(await context.newPage());
    await next.page.goto('/');
    await expect(next.history).toHaveCount(1);
    await expect.poll(() => keptPhotos(next.page)).toBe(0);
    await expect(next.page.getByTestId('advice')).toHaveCount(0);
    await expect(next.status).toHaveText('Ready when you are.');
  });

  test('that arrives while the person is asked about it needs no answer', async ({
    context,
    page,
  }) => {
    await holdUploadsInTabs(context);
    const { uid, moodId } = await leaveWhileSending(page);
    const next = new MoodifyPage(await context.newPage());
    await next.page.goto('/');
    await expect(next.page.getByTestId('advice')).toBeVisible();
    // As the function writes it that reads the photo.
    await writeAsFunction(`users/${uid}/moods/${moodId}`, happyEntry(new Date()));
    await expect(next.emotion).toContainText('happy');
    await expect(next.page.getByTestId('advice')).toHaveCount(0);
    await expect.poll(() => keptPhotos(next.page)).toBe(0);
  });

  test('is not taken up again if the person has withdrawn elsewhere meanwhile', async ({
    page,
  }) => {
    const moodify = new MoodifyPage(page);
    const { uid } = await moodify.comeIn();
    await holdUploads(page);
    await moodify.give(astronaut);
    await expect(page.getByTestId('percent')).toBeVisible();
    // What this browser keeps of the profile still says yes.
    await page.goto('/robots.txt');
    await writeAsFunction(`users/${uid}`, { consent: null });
    await page.goto('/');
    await expect(page.getByTestId('advice')).toContainText('This photo wasn’t sent');
    await page.getByTestId('advice-proceed').click();
    await expect(page.getByTestId('consent-accept')).toBeVisible();
    expect(await documentsIn(`users/${uid}/moods`)).toEqual([]);
  });

  test('that another tab is busy with is left to it', async ({ context, page }) => {
    const moodify = new MoodifyPage(page);
    await moodify.comeIn();
    await holdUploads(page);
    await moodify.give(astronaut);
    await expect(page.getByTestId('percent')).toBeVisible();
    const other = new MoodifyPage(await context.newPage());
    await other.page.goto('/');
    await expect(other.status).toHaveText('Ready when you are.');
    await expect(other.page.getByTestId('advice')).toHaveCount(0);
  });

  test('leaves no photo behind for who comes next', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    await moodify.comeIn();
    await holdUploads(page);
    await moodify.give(astronaut);
    await expect(page.getByTestId('percent')).toBeVisible();
    await moodify.signOut();
    await expect.poll(() => keptPhotos(page)).toBe(0);
  });

  test('goes on while the person looks at another page', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    await moodify.comeIn();
    const release = await holdUploads(page);
    await moodify.give(astronaut);
    await expect(page.getByTestId('percent')).toBeVisible();
    await moodify.goTo('history');
    await moodify.goTo('home');
    await expect(moodify.status).toContainText('Uploading your photo');
    release();
    await page.reload();
    await expect(moodify.emotion).toContainText('happy');
  });

  test('is not doubled by a second photo, which has to wait', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    await moodify.comeIn();
    const release = await holdUploads(page);
    await moodify.give(astronaut);
    await expect(page.getByTestId('percent')).toBeVisible();
    // There is nothing left to press but “Cancel”; a second photo can only be dropped or pasted.
    await expect(moodify.photoInput).toHaveCount(0);
    await expect(page.getByTestId('camera-open')).toHaveCount(0);
    await page.evaluate(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(['x'], 'second.jpg', { type: 'image/jpeg' }));
      document.body.dispatchEvent(
        new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }),
      );
    });
    await expect(page.getByTestId('photo-note')).toContainText('One photo at a time');
    await expect(moodify.error).toHaveCount(0);
    release();
    await page.reload();
    await expect(moodify.emotion).toContainText('happy');
    await expect(moodify.history).toHaveCount(1);
  });

  test('can be canceled, and leaves nothing', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    await moodify.comeIn();
    const release = await holdUploads(page);
    await moodify.give(astronaut);
    await page.getByTestId('cancel').click();
    await expect(moodify.status).toHaveText('Ready when you are.');
    await expect(page.getByTestId('camera-open')).toBeFocused();
    await expect.poll(() => keptPhotos(page)).toBe(0);
    release();
    await moodify.give(astronaut);
    await expect(moodify.emotion).toContainText('happy');
    await expect(moodify.history).toHaveCount(1);
  });

  test('resumes where it was when the connection comes back', async ({ context, page }) => {
    const moodify = new MoodifyPage(page);
    await moodify.comeIn();
    const requests = watchCommands(page);
    // The first part arrives, the second is on its way when the connection goes.
    let parts = 0;
    await page.route(STORAGE, async (route) => {
      if (commandOf(route.request()).includes('upload')) {
        parts += 1;
        if (parts === 2) {
          await context.setOffline(true);
          await route.abort('internetdisconnected');
          return;
        }
      }
      await route.continue();
    });
    await moodify.give(await noise(page));
    await expect(page.getByTestId('waiting')).toContainText('will be sent when you’re back online');
    await expect(moodify.status).toHaveText('Waiting for a connection…');
    await page.unroute(STORAGE);
    await context.setOffline(false);
    await expect(moodify.status).toHaveText('No face found in this photo.');
    const commands = requests.map(commandOf);
    expect(commands.filter((command) => command === 'start')).toHaveLength(1);
    expect(commands).toContain('query');
    const offsets = requests
      .filter((request) => commandOf(request).includes('finalize'))
      .map((request) => Number(request.headers()['x-goog-upload-offset']));
    expect(offsets.at(-1)).toBeGreaterThan(0);
  });

  test('waits without a connection, and needs no click when it is back', async ({
    context,
    page,
  }) => {
    const moodify = new MoodifyPage(page);
    await moodify.comeIn();
    await context.setOffline(true);
    await moodify.give(astronaut);
    await expect(page.getByTestId('waiting')).toContainText('kept on this device');
    await expectAccessible(page, 'waiting for the connection');
    expect(await keptPhotos(page)).toBe(1);
    await context.setOffline(false);
    await expect(moodify.emotion).toContainText('happy');
    await expect(page.getByTestId('waiting')).toHaveCount(0);
  });

  test('that is interrupted while it is read is shown again after a reload', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    await moodify.comeIn();
    // The upload seems to succeed, but nothing arrives that could be read.
    await page.route(STORAGE, (route) =>
      route.fulfill({ json: { name: 'photo', bucket: 'demo-moodify.appspot.com', size: '1' } }),
    );
    await moodify.give(astronaut);
    await expect(moodify.status).toHaveText('Finding the face…');
    await page.reload();
    await expect(moodify.status).toHaveText('Finding the face…');
  });
});
