import decodeQr from 'qr/decode.js';

/** The longer side of what is looked at: a code that fills a third of the picture is found in it. */
const MOST_PIXELS = 800;

/** The text of the code that a video shows now; null for none. */
export function codeIn(video: HTMLVideoElement): string | null {
  const { videoWidth, videoHeight } = video;
  const scale = Math.min(1, MOST_PIXELS / Math.max(videoWidth, videoHeight));
  const [width, height] = [Math.floor(videoWidth * scale), Math.floor(videoHeight * scale)];
  if (width === 0 || height === 0) return null;
  const canvas = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (canvas === null) return null;
  canvas.drawImage(video, 0, 0, width, height);
  try {
    return decodeQr(canvas.getImageData(0, 0, width, height));
  } catch {
    // There is none in the picture, or it is blurred: the next picture may have it.
    return null;
  }
}
