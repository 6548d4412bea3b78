/** Pictures for tests, made when they are needed. */
import { expect, type Locator, type Page } from '@playwright/test';

export interface ChosenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export interface PictureOptions {
  readonly name: string;
  /** In pixels. */
  readonly side?: number;
  /** Noise can't be compressed: a large side makes a large file. */
  readonly noisy?: boolean;
  /** The camera lay on its side and says so: upright, the picture is twice as high as wide. */
  readonly onItsSide?: boolean;
  /** Where and when the camera says that it was. */
  readonly exif?: PictureExif;
}

export interface PictureExif {
  readonly latitude: number;
  readonly longitude: number;
  /** As EXIF writes it, such as `2026:11:20 09:14:00`. */
  readonly clock: string;
  /** From UTC, such as `-06:00`. */
  readonly offset: string;
}

/** A JPEG that the browser draws; no two are alike. */
export async function aPicture(page: Page, options: PictureOptions): Promise<ChosenFile> {
  const { name, side = 640, noisy = false, onItsSide = false, exif } = options;
  const base64 = await page.evaluate(
    ([width, height, isNoisy]) => {
      const canvas = document.createElement('canvas');
      canvas.width = width;
      canvas.height = height;
      const context = canvas.getContext('2d');
      if (context === null) throw new Error('No canvas');
      context.fillStyle = `hsl(${Math.random() * 360} 60% 50%)`;
      context.fillRect(0, 0, width, height);
      context.fillStyle = 'white';
      context.font = `${width / 8}px sans-serif`;
      context.fillText(String(Math.random()), width / 20, height / 2);
      if (isNoisy) {
        const pixels = context.getImageData(0, 0, width, height);
        for (let index = 0; index < pixels.data.length; index += 1) {
          if (index % 4 !== 3) pixels.data[index] = Math.random() * 256;
        }
        context.putImageData(pixels, 0, 0);
      }
      return canvas.toDataURL('image/jpeg', 0.92).split(',')[1] ?? '';
    },
    [side, onItsSide ? side / 2 : side, noisy] as const,
  );
  const jpeg = Buffer.from(base64, 'base64');
  const buffer = withExif(jpeg, onItsSide ? [short(0x0112, TURNED_RIGHT)] : [], exif);
  return { name, mimeType: 'image/jpeg', buffer };
}

/** What calls itself a picture and is none. */
export const aDisguise = (name: string): ChosenFile => ({
  name,
  mimeType: 'image/jpeg',
  buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
});

const ASCII = 2;
const SHORT = 3;
const LONG = 4;
const RATIONAL = 5;
/** Of the tag of the orientation: shown upright, the pixels are turned to the right. */
const TURNED_RIGHT = 6;

interface Tag {
  readonly id: number;
  readonly type: number;
  readonly count: number;
  readonly value: Buffer;
}

/** Puts an EXIF segment (TIFF, little-endian) behind the JPEG's first marker, if there is anything to tell. */
function withExif(jpeg: Buffer, own: readonly Tag[], exif: PictureExif | undefined): Buffer {
  const HEADER = 8;
  const head = Buffer.from([0x49, 0x49, 42, 0, HEADER, 0, 0, 0]);
  if (exif === undefined)
    return own.length === 0 ? jpeg : withSegment(jpeg, Buffer.concat([head, directory(own, HEADER)]));
  const { latitude, longitude, clock, offset } = exif;
  const gps = [
    ascii(1, latitude < 0 ? 'S' : 'N'),
    degrees(2, latitude),
    ascii(3, longitude < 0 ? 'W' : 'E'),
    degrees(4, longitude),
  ];
  const camera = [ascii(0x9003, clock), ascii(0x9011, offset)];
  const cameraAt = HEADER + sizeOf([...own, long(0x8769, 0), long(0x8825, 0)]);
  const gpsAt = cameraAt + sizeOf(camera);
  const directories = [
    directory([...own, long(0x8769, cameraAt), long(0x8825, gpsAt)], HEADER),
    directory(camera, cameraAt),
    directory(gps, gpsAt),
  ];
  return withSegment(jpeg, Buffer.concat([head, ...directories]));
}

function withSegment(jpeg: Buffer, tiff: Buffer): Buffer {
  const segment = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const marker = Buffer.from([0xff, 0xe1, 0, 0]);
  marker.writeUInt16BE(segment.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), marker, segment, jpeg.subarray(2)]);
}

function ascii(id: number, text: string): Tag {
  const value = Buffer.from(`${text}\0`, 'latin1');
  return { id, type: ASCII, count: value.length, value };
}

function short(id: number, number: number): Tag {
  const value = Buffer.alloc(4);
  value.writeUInt16LE(number);
  return { id, type: SHORT, count: 1, value };
}

function long(id: number, number: number): Tag {
  const value = Buffer.alloc(4);
  value.writeUInt32LE(number);
  return { id, type: LONG, count: 1, value };
}

/** Degrees, minutes and seconds, each as a fraction. */
function degrees(id: number, decimal: number): Tag {
  const seconds = Math.abs(decimal) * 3600;
  const parts = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  const value = Buffer.alloc(24);
  for (const [index, part] of parts.entries()) {
    value.writeUInt32LE(part, index * 8);
    value.writeUInt32LE(1, index * 8 + 4);
  }
  value.writeUInt32LE(Math.round((seconds % 60) * 10_000), 16);
  value.writeUInt32LE(10_000, 20);
  return { id, type: RATIONAL, count: 3, value };
}

const ENTRY_BYTES = 12;
const isInline = ({ value }: Tag): boolean => value.length <= 4;

function sizeOf(tags: readonly Tag[]): number {
  const outside = tags.filter((tag) => !isInline(tag)).reduce((sum, { value }) => sum + value.length, 0);
  return 2 + tags.length * ENTRY_BYTES + 4 + outside;
}

/** A directory of tags that begins at `start` of the TIFF. Behind it stand the values that don't fit into it. */
function directory(tags: readonly Tag[], start: number): Buffer {
  const head = Buffer.alloc(2 + tags.length * ENTRY_BYTES + 4);
  head.writeUInt16LE(tags.length, 0);
  const outside: Buffer[] = [];
  let valueAt = start + head.length;
  for (const [index, tag] of tags.entries()) {
    const at = 2 + index * ENTRY_BYTES;
    head.writeUInt16LE(tag.id, at);
    head.writeUInt16LE(tag.type, at + 2);
    head.writeUInt32LE(tag.count, at + 4);
    if (isInline(tag)) {
      tag.value.copy(head, at + 8);
      continue;
    }
    head.writeUInt32LE(valueAt, at + 8);
    outside.push(tag.value);
    valueAt += tag.value.length;
  }
  return Buffer.concat([head, ...outside]);
}

/** The browser has the picture's bytes, and took them for a picture. */
export const expectDrawn = (picture: Locator): Promise<void> =>
  expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
