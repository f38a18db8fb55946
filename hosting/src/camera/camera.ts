/** Which way a camera looks; a laptop's looks at the person. */
export type Facing = 'user' | 'environment';

/** Why there is no picture. Each has its own screen. */
export type CameraTrouble =
  | 'denied'
  | 'dismissed'
  | 'missing'
  | 'busy'
  | 'unsupported'
  | 'ended'
  // The browser answers noise instead of the picture.
  | 'noise'
  | 'unknown';

/** Which camera is to be opened: by the way it looks, or that very one. */
export interface Wish {
  readonly facing: Facing;
  /** Counts where it is given: two cameras on a screen both face the same way. */
  readonly deviceId?: string;
}

/** A camera that could not be opened. */
export class CameraError extends Error {
  constructor(
    readonly trouble: CameraTrouble,
    cause?: unknown,
  ) {
    super(`The camera could not be opened: ${trouble}`, { cause });
    this.name = 'CameraError';
  }
}

/** Enough for a face; more would only be thrown away before the upload. */
const WANTED = { width: { ideal: 1280 }, height: { ideal: 960 } };

/**
 * Opens a camera; the browser asks the person if they have not said yes before.
 *
 * @throws CameraError if there is no picture to be had
 */
export async function openCamera({ facing, deviceId }: Wish): Promise<MediaStream> {
  // Absent on pages without TLS and in some browsers within apps, whatever the types say.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices) {
    throw new CameraError('unsupported');
  }
  try {
    return await devices.getUserMedia({
      video: {
        ...(deviceId === undefined
          ? { facingMode: { ideal: facing } }
          : { deviceId: { exact: deviceId } }),
        ...WANTED,
      },
      audio: false,
    });
  } catch (error) {
    throw new CameraError(await troubleOf(error), error);
  }
}

/**
 * Opens a camera that is not the one the person turns away from, if there is another.
 *
 * @throws CameraError if there is no picture to be had
 */
export async function openCameraBut(
  unwanted: string | undefined,
  facing: Facing,
): Promise<MediaStream> {
  const stream = await openCamera({ facing });
  if (unwanted === undefined || cameraOf(stream) !== unwanted) {
    return stream;
  }
  // None looks the other way by its own account, so the next one in the list it is.
  const cameras = await listCameras();
  const deviceId = cameras[(cameras.indexOf(unwanted) + 1) % cameras.length];
  closeCamera(stream);
  return openCamera({ facing, ...(deviceId !== undefined && { deviceId }) });
}

/** Ends a camera; its light goes out. */
export function closeCamera(stream: MediaStream | undefined): void {
  stream?.getTracks().forEach((track) => {
    track.stop();
  });
}

/** The cameras of this machine; listed only once one of them was allowed. */
export async function listCameras(): Promise<readonly string[]> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices.filter(({ kind }) => kind === 'videoinput').map(({ deviceId }) => deviceId);
}

/** Which camera a stream comes from. */
export function cameraOf(stream: MediaStream): string | undefined {
  return stream.getVideoTracks()[0]?.getSettings().deviceId;
}

/** Calls back once the person has allowed the camera in the browser's settings. */
export async function whenAllowed(callback: () => void, signal: AbortSignal): Promise<void> {
  const permission = await cameraPermission();
  permission?.addEventListener(
    'change',
    () => {
      if (permission.state === 'granted') {
        callback();
      }
    },
    { signal },
  );
}

async function troubleOf(error: unknown): Promise<CameraTrouble> {
  switch ((error as { name?: unknown }).name) {
    case 'NotAllowedError':
    case 'SecurityError': {
      // The browser's question was closed without an answer: it can be asked again.
      const permission = await cameraPermission();
      return permission?.state === 'prompt' ? 'dismissed' : 'denied';
    }
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'missing';
    case 'NotReadableError':
    case 'AbortError':
      return 'busy';
    case 'TypeError':
      return 'unsupported';
    default:
      return 'unknown';
  }
}

/** Not every browser says. */
async function cameraPermission(): Promise<PermissionStatus | undefined> {
  try {
    return await navigator.permissions.query({ name: 'camera' });
  } catch {
    return undefined;
  }
}
