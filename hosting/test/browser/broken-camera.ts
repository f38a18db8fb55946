import type { Page } from '@playwright/test';

/** Has every camera of the page fail from its start. */
export async function breakCamera(
  page: Page,
  name: string,
  permission: PermissionState,
): Promise<void> {
  await page.addInitScript(
    ([name, state]) => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', name));
      const query = navigator.permissions.query.bind(navigator.permissions);
      navigator.permissions.query = (descriptor) =>
        (descriptor.name as string) === 'camera'
          ? Promise.resolve(Object.assign(new EventTarget(), { state }) as PermissionStatus)
          : query(descriptor);
    },
    [name, permission] as const,
  );
}
