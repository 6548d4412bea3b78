/** The camera of a browser, for the laptop's page and the phone's app in a browser. */
import { nameOfPicture } from '../photos/picture-name.ts';

/** As much as the camera gives, up to a size; on a phone the one on its back. */
const WISHES = {
  /** Twelve megapixels. */
  photo: { width: { ideal: 4000 }, height: { ideal: 3000 }, facingMode: 'environment' },
  /** A code needs few pixels and many pictures a second. */
  code: { width: { ideal: 1280 }, height: { ideal: 720 }, facingMode: 'environment' },
} as const satisfies Record<string, MediaTrackConstraints>;
/** What the camera is opened for. */
export type CameraUse = keyof typeof WISHES;
const QUALITY = 0.92;

/** Opens the camera. Throws where there is none, or where it may not be used. */
export const openCamera = (use: CameraUse): Promise<MediaStream> =>
  navigator.mediaDevices.getUserMedia({ video: WISHES[use] });

/** Whether the camera was not opened because its person, or who looks after the device, does not allow it. */
export const isRefusal = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'NotAllowedError';

/** The camera's light goes out. */
export function closeCamera(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

/**
 * What a video shows now, as a file that is named by the time.
 *
 * @example
 * video.srcObject = await openCamera('photo');
 * const file = await pictureOf(video); // '2025-10-20-07-14-03.jpg'
 */
export async function pictureOf(video: HTMLVideoElement): Promise<File> {
  const canvas = new OffscreenCanvas(video.videoWidth, video.videoHeight);
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY });
  const time = new Date();
  return new File([blob], nameOfPicture(time), { type: 'image/jpeg', lastModified: time.getTime() });
}
