/**
 * Looks into a HEIC file without decoding it: its decoder is patented and not among our libraries (ADR 11). The container
 * (ISO/IEC 14496-12 and 23008-12) is a tree of boxes: length, type, content.
 */
import { ProblemError } from '../http/problems/problem-error.ts';

interface Box {
  readonly type: string;
  readonly content: Buffer;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Brands of HEVC-coded pictures; the general ones, such as `mif1`, say nothing about the coding. */
const HEVC_BRANDS = ['heic', 'heix', 'heim', 'heis'];
const BOX_HEADER = 8;
const LARGE_BOX_HEADER = 16;
/** Version and flags, which come first in some boxes. */
const VERSION_AND_FLAGS = 4;

/** Whether the file says that it holds HEVC-coded pictures. Throws `PHOTO_UNREADABLE` if it is cut off. */
export const isHeic = (bytes: Buffer): boolean =>
  contentsOf(readBoxes(bytes), 'ftyp').some((brands) => HEVC_BRANDS.some((brand) => hasBrand(brands, brand)));

/**
 * The size in pixels as it is looked at: of the largest picture in the file, the others being its tiles and previews.
 * Throws `PHOTO_UNREADABLE` for a file that is cut off or holds no picture.
 */
export function readHeicSize(bytes: Buffer): Size {
  const boxes = readBoxes(bytes);
  if (contentsOf(boxes, 'mdat').length === 0) throw new ProblemError('PHOTO_UNREADABLE');
  const properties = contentsOf(boxes, 'meta')
    .flatMap((meta) => contentsOf(readBoxes(meta.subarray(VERSION_AND_FLAGS)), 'iprp'))
    .flatMap((iprp) => contentsOf(readBoxes(iprp), 'ipco'))
    .flatMap(readBoxes);
  const [largest] = contentsOf(properties, 'ispe')
    .filter(({ length }) => length >= VERSION_AND_FLAGS + 8)
    .map((ispe) => ({ width: ispe.readUInt32BE(4), height: ispe.readUInt32BE(8) }))
    .sort((left, right) => right.width * right.height - left.width * left.height);
  if (largest === undefined || largest.width * largest.height === 0) {
    throw new ProblemError('PHOTO_UNREADABLE');
  }
  // The last two bits count quarter turns.
  const isOnItsSide = contentsOf(properties, 'irot').some(([turns = 0]) => turns % 2 === 1);
  return isOnItsSide ? { width: largest.height, height: largest.width } : largest;
}

const contentsOf = (boxes: readonly Box[], type: string): Buffer[] =>
  boxes.filter((box) => box.type === type).map(({ content }) => content);

/** The main brand, its version, and then all that it is compatible with: four letters each. */
const hasBrand = (brands: Buffer, brand: string): boolean => {
  const at = brands.indexOf(brand, 0, 'latin1');
  return at >= 0 && at % 4 === 0;
};

function readBoxes(bytes: Buffer): Box[] {
  const boxes: Box[] = [];
  for (let at = 0; at < bytes.length;) {
    const rest = bytes.subarray(at);
    const { header, length } = readHeader(rest);
    if (length < header || length > rest.length) throw new ProblemError('PHOTO_UNREADABLE');
    boxes.push({ type: rest.toString('latin1', 4, BOX_HEADER), content: rest.subarray(header, length) });
    at += length;
  }
  return boxes;
}

function readHeader(bytes: Buffer): { header: number; length: number } {
  if (bytes.length < BOX_HEADER) throw new ProblemError('PHOTO_UNREADABLE');
  const length = bytes.readUInt32BE(0);
  // Zero stands for "to the end", one for a length of 64 bits that follows the type.
  if (length === 0) return { header: BOX_HEADER, length: bytes.length };
  if (length !== 1) return { header: BOX_HEADER, length };
  if (bytes.length < LARGE_BOX_HEADER) throw new ProblemError('PHOTO_UNREADABLE');
  return { header: LARGE_BOX_HEADER, length: Number(bytes.readBigUInt64BE(BOX_HEADER)) };
}
