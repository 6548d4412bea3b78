/** As much of a browser's canvas as pictures use, over sharp. */
import sharp from 'sharp';
import { vi } from 'vitest';

interface Bitmap {
  readonly width: number;
  readonly height: number;
  readonly bytes: Buffer;
  close(): void;
}

/** Puts a canvas into the place of the one that Node lacks. */
export function stubCanvas(): void {
  vi.stubGlobal('createImageBitmap', async (blob: Blob): Promise<Bitmap> => {
    const bytes = Buffer.from(await blob.arrayBuffer());
    const { width, height, format } = await sharp(bytes).metadata();
    if (format === 'svg')
      throw new DOMException('The source image could not be decoded', 'InvalidStateError');
    return { width, height, bytes, close: () => undefined };
  });
  vi.stubGlobal('OffscreenCanvas', Canvas);
}

class Canvas {
  readonly width: number;
  readonly height: number;
  #drawn: Bitmap | null = null;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
  }
  getContext() {
    return {
      drawImage: (bitmap: Bitmap) => {
        this.#drawn = bitmap;
      },
    };
  }
  async convertToBlob({ quality }: { readonly quality: number }): Promise<Blob> {
    const jpeg = sharp(this.#drawn?.bytes)
      .resize(this.width, this.height, { fit: 'fill' })
      .jpeg({ quality: Math.round(quality * 100) });
    return new Blob([new Uint8Array(await jpeg.toBuffer())], { type: 'image/jpeg' });
  }
}
