/** Makes a photo smaller in the browser. */
import type { Compressor } from '@wellpulse/forms';

/** All but HEIC, which browsers can't open. */
export const inBrowser: Compressor<Blob> = {
  opens: ['image/jpeg', 'image/png', 'image/webp'],
  compress: async (blob, { side, quality }) => {
    const { default: CompressorJs } = await import('compressorjs');
    return new Promise((resolve, reject) => {
      new CompressorJs(blob, {
        maxWidth: side,
        maxHeight: side,
        quality,
        mimeType: 'image/jpeg',
        success: resolve,
        error: reject,
      });
    });
  },
};
