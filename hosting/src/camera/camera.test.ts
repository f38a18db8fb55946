import { afterEach, describe, expect, test, vi } from 'vitest';
import { CameraError, openCamera, type CameraTrouble } from './camera';

/** A browser that answers the question for the camera with this error. */
function refuse(name: string, permission?: PermissionState): void {
  vi.stubGlobal('navigator', {
    mediaDevices: { getUserMedia: () => Promise.reject(new DOMException('no', name)) },
    permissions: {
      query: () =>
        permission ? Promise.resolve({ state: permission }) : Promise.reject(new TypeError('no')),
    },
  });
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a camera', () => {
  test.each<[string, PermissionState | undefined, CameraTrouble]>([
    ['NotAllowedError', 'denied', 'denied'],
    ['NotAllowedError', 'prompt', 'dismissed'],
    ['NotAllowedError', undefined, 'denied'],
    ['SecurityError', 'denied', 'denied'],
    ['NotFoundError', undefined, 'missing'],
    ['OverconstrainedError', undefined, 'missing'],
    ['NotReadableError', undefined, 'busy'],
    ['AbortError', undefined, 'busy'],
    ['TypeError', undefined, 'unsupported'],
    ['OddError', undefined, 'unknown'],
  ])('that answers %s, permission %s, is reported as %s', async (name, permission, trouble) => {
    refuse(name, permission);
    await expect(openCamera({ facing: 'user' })).rejects.toMatchObject({ trouble });
  });

  test('is unsupported where the browser has none to lend, as without TLS', async () => {
    vi.stubGlobal('navigator', {});
    await expect(openCamera({ facing: 'user' })).rejects.toBeInstanceOf(CameraError);
    await expect(openCamera({ facing: 'user' })).rejects.toMatchObject({ trouble: 'unsupported' });
  });

  test('that looks at the person is asked for, without a microphone', async () => {
    const asked: MediaStreamConstraints[] = [];
    vi.stubGlobal('navigator', {
      mediaDevices: {
        getUserMedia: (constraints: MediaStreamConstraints) => {
          asked.push(constraints);
          return Promise.resolve('stream');
        },
      },
    });
    await openCamera({ facing: 'user' });
    expect(asked).toMatchObject([{ video: { facingMode: { ideal: 'user' } }, audio: false }]);
  });
});
