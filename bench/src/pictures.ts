/** Photographs to measure with: of 12 megapixels, as a telephone takes them, and of the wanted size in bytes. */
import { randomBytes } from 'node:crypto';
import sharp from 'sharp';

const WIDTH = 4000;
const HEIGHT = 3000;

/** A JPEG of at most so many bytes, and little less. */
export async function photograph(bytes: number): Promise<Buffer> {
  const scene = await sharp({
    create: {
      width: WIDTH,
      height: HEIGHT,
      channels: 3,
      background: 'black',
      noise: { type: 'gaussian', mean: 128, sigma: 12 },
    },
  })
    .blur(1.2)
    .raw()
    .toBuffer();
  let [low, high] = [1, 100];
  let best = Buffer.alloc(0);
  while (low <= high) {
    const quality = Math.floor((low + high) / 2);
    const picture = await sharp(scene, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } })
      .jpeg({ quality })
      .toBuffer();
    if (picture.length > bytes) high = quality - 1;
    else [best, low] = [picture, quality + 1];
  }
  return best;
}

/** The same picture with another hash, or storing it again would be no work; what follows a JPEG's end is not looked at. */
export const another = (picture: Buffer): Buffer => Buffer.concat([picture, randomBytes(16)]);
