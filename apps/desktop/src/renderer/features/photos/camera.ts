/** The laptop's camera. */

/** As sharp as the camera gives it, up to twelve megapixels. */
const WISHES: MediaStreamConstraints = { video: { width: { ideal: 4000 }, height: { ideal: 3000 } } };
const QUALITY = 0.92;

/** Opens the camera. Throws where there is none, or where it may not be used. */
export const openCamera = (): Promise<MediaStream> => navigator.mediaDevices.getUserMedia(WISHES);

/** The camera's light goes out. */
export function closeCamera(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

/** What a video shows now, as a file. */
export async function pictureOf(video: HTMLVideoElement): Promise<File> {
  const canvas = new OffscreenCanvas(video.videoWidth, video.videoHeight);
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY });
  const time = new Date();
  return new File([blob], `${time.toISOString().slice(0, 19).replaceAll(/[:T]/g, '-')}.jpg`, {
    type: 'image/jpeg',
    lastModified: time.getTime(),
  });
}
