/** Pictures of a browser: blobs, which it keeps outside of the program's memory, by addresses of their own. */
import type { Picture, Pictures } from '../ports.ts';

const ACCEPTED = 'image/jpeg,image/png,image/webp,image/heic,image/heif,.heic';

const blobs = new Map<string, Blob>();

/** The picture of a file. `isTaken`: the camera has just taken it. */
export function pictureOfFile(file: File, isTaken = false): Picture {
  const changedAt = new Date(file.lastModified);
  return pictureOf(file, { name: file.name, takenAt: isTaken ? changedAt.toISOString() : null, changedAt });
}

function pictureOf(blob: Blob, facts: Pick<Picture, 'name' | 'takenAt' | 'changedAt'>): Picture {
  const place = URL.createObjectURL(blob);
  blobs.set(place, blob);
  const { name, takenAt, changedAt } = facts;
  return { name, place, size: blob.size, takenAt, changedAt };
}

/** Null for what is no place of a picture. */
export const blobAt = (place: string): Blob | null => blobs.get(place) ?? null;

export const pictures: Pictures = {
  // Browsers don't read HEIC.
  opens: ['image/jpeg', 'image/png', 'image/webp'],
  choose: () =>
    new Promise((resolve) => {
      const input = document.createElement('input');
      Object.assign(input, { type: 'file', multiple: true, accept: ACCEPTED });
      input.addEventListener('change', () => {
        resolve([...(input.files ?? [])].map((file) => pictureOfFile(file)));
      });
      input.addEventListener('cancel', () => resolve([]));
      input.click();
    }),
  compress: async (picture, { side, quality }) => {
    const blob = blobAt(picture.place);
    const whole = blob === null ? null : await createImageBitmap(blob).catch(() => null);
    if (whole === null) return null;
    const share = Math.min(1, side / Math.max(whole.width, whole.height));
    const canvas = new OffscreenCanvas(Math.round(whole.width * share), Math.round(whole.height * share));
    const context = canvas.getContext('2d');
    if (context === null) return null;
    context.imageSmoothingQuality = 'high';
    context.drawImage(whole, 0, 0, canvas.width, canvas.height);
    whole.close();
    return pictureOf(await canvas.convertToBlob({ type: 'image/jpeg', quality }), picture);
  },
  forget: ({ place }) => {
    URL.revokeObjectURL(place);
    blobs.delete(place);
  },
  // They end with the page.
  forgetAll: () => undefined,
  show: (bytes, contentType) => URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: contentType })),
  hide: (address) => {
    URL.revokeObjectURL(address);
  },
};
