/** Pictures for tests, made anew: noise, so that no two are the same and none compresses to nothing. */
import { randomBytes } from 'node:crypto';
import sharp from 'sharp';

export interface PictureOptions {
  readonly width?: number;
  readonly height?: number;
  /** As a camera writes it that was held sideways. */
  readonly orientation?: number;
}

const noise = ({ width = 64, height = 48, orientation = 1 }: PictureOptions) =>
  sharp(randomBytes(width * height * 3), { raw: { width, height, channels: 3 } }).withMetadata({
    orientation,
  });

export const aJpeg = (options: PictureOptions = {}): Promise<Buffer> =>
  noise(options).jpeg({ quality: 90 }).toBuffer();
export const aPng = (options: PictureOptions = {}): Promise<Buffer> => noise(options).png().toBuffer();
export const aWebp = (options: PictureOptions = {}): Promise<Buffer> => noise(options).webp().toBuffer();

export const anAvif = (): Promise<Buffer> => noise({ width: 16, height: 16 }).avif({ effort: 0 }).toBuffer();

/** A PNG of a few hundred kilobytes that unfolds to 200 megapixels. */
export const aHugePng = (): Promise<Buffer> =>
  sharp({
    create: { width: 20_000, height: 10_000, channels: 3, background: 'black' },
    limitInputPixels: false,
  })
    .png({ compressionLevel: 9 })
    .toBuffer();

/** A box of the ISO container: length, type, content. */
const box = (type: string, ...content: readonly Uint8Array[]): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(8 + content.reduce((sum, part) => sum + part.length, 0));
  return Buffer.concat([length, Buffer.from(type, 'latin1'), ...content]);
};

const sizeBox = (width: number, height: number): Buffer => {
  const content = Buffer.alloc(12);
  content.writeUInt32BE(width, 4);
  content.writeUInt32BE(height, 8);
  return box('ispe', content);
};

export interface HeicOptions extends PictureOptions {
  readonly brands?: string;
  readonly quarterTurns?: number;
}

/** The container of a telephone's picture: a grid of tiles, whose coded bytes are noise here. */
export function aHeic({
  width = 4032,
  height = 3024,
  brands = 'heic\0\0\0\0mif1heic',
  quarterTurns = 0,
}: HeicOptions = {}): Buffer {
  const properties = box(
    'ipco',
    sizeBox(512, 512),
    sizeBox(width, height),
    box('irot', Buffer.from([quarterTurns])),
  );
  return Buffer.concat([
    box('ftyp', Buffer.from(brands, 'latin1')),
    box('meta', Buffer.alloc(4), box('iprp', properties)),
    box('mdat', randomBytes(2_000)),
  ]);
}
