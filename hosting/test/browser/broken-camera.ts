import type { Page } from '@playwright/test';

/** Has every camera of the page fail from now on, whatever is opened in it. */
export async function breakCamera(
  page: Page,
  name: string,
  permission: PermissionState,
): Promise<void> {
  const given = [name, permission] as const;
  await page.addInitScript(fail, given);
  if (page.url() !== 'about:blank') {
    await page.evaluate(fail, given);
  }
}

function fail([name, state]: readonly [string, PermissionState]): void {
  navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', name));
  const query = navigator.permissions.query.bind(navigator.permissions);
  navigator.permissions.query = (descriptor) =>
    (descriptor.name as string) === 'camera'
      ? Promise.resolve(Object.assign(new EventTarget(), { state }) as PermissionStatus)
      : query(descriptor);
}
