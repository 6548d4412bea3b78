/**
 * Rows of SQLite's pages without SQLite (https://www.sqlite.org/fileformat2.html): the tree above them may be damaged, or the
 * page that names the tables. The leaves still hold what was written. A row that was deleted may come too, and one that was
 * changed may come in both states.
 */
import { bytesToUtf8 } from '@noble/ciphers/utils.js';
import type { StoredPage } from '../ports/database-file.ts';

export type ScannedValue = string | number | Uint8Array | null;

const TABLE_LEAF = 0x0d;
const INDEX_LEAF = 0x0a;
const INDEX_INTERIOR = 0x02;
const HEADER_BYTES = 8;

/** The rows of one leaf, each as its values; none if it is no leaf. */
export function rowsOfPage({ bytes: page, load }: StoredPage): ScannedValue[][] {
  const view = new DataView(page.buffer, page.byteOffset, page.byteLength);
  const kind = page[0];
  if (kind !== TABLE_LEAF && kind !== INDEX_LEAF && kind !== INDEX_INTERIOR) return [];
  const start = kind === INDEX_INTERIOR ? HEADER_BYTES + 4 : HEADER_BYTES;
  const cells = view.getUint16(3);
  const rows: ScannedValue[][] = [];
  for (let cell = 0; cell < cells && start + cell * 2 + 2 <= page.length; cell += 1) {
    const row = attempt(() => readCell(page, view.getUint16(start + cell * 2), kind, load));
    if (row !== null) rows.push(row);
  }
  return rows;
}

/** Null where the bytes are no row. */
function attempt(read: () => ScannedValue[] | null): ScannedValue[] | null {
  try {
    return read();
  } catch {
    return null;
  }
}

function readCell(
  page: Uint8Array,
  offset: number,
  kind: number,
  load: StoredPage['load'],
): ScannedValue[] | null {
  let at = offset + (kind === INDEX_INTERIOR ? 4 : 0);
  const size = varint(page, at);
  at = size.next;
  if (kind === TABLE_LEAF) at = varint(page, at).next;
  const usable = page.length;
  const most = kind === TABLE_LEAF ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23;
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  if (size.value <= most) return readRecord(page.subarray(at, at + size.value), size.value);
  const here = least + ((size.value - least) % (usable - 4));
  const local = here <= most ? here : least;
  const whole = new Uint8Array(size.value);
  whole.set(page.subarray(at, at + local));
  let filled = local;
  let next = new DataView(page.buffer, page.byteOffset + at + local, 4).getUint32(0);
  while (filled < size.value) {
    const more = load(next);
    if (more === undefined) return null;
    const part = more.subarray(4, 4 + Math.min(usable - 4, size.value - filled));
    whole.set(part, filled);
    filled += part.length;
    next = new DataView(more.buffer, more.byteOffset, 4).getUint32(0);
  }
  return readRecord(whole, size.value);
}

function readRecord(bytes: Uint8Array, size: number): ScannedValue[] | null {
  if (bytes.length < size) return null;
  const header = varint(bytes, 0);
  const values: ScannedValue[] = [];
  let at = header.next;
  let body = header.value;
  while (at < header.value) {
    const type = varint(bytes, at);
    at = type.next;
    const { value, length } = readValue(bytes, body, type.value);
    values.push(value);
    body += length;
  }
  return body === size ? values : null;
}

const INTEGER_BYTES = [0, 1, 2, 3, 4, 6, 8];
const REAL = 7;

function readValue(bytes: Uint8Array, at: number, type: number): { value: ScannedValue; length: number } {
  if (type === 0) return { value: null, length: 0 };
  if (type === 8 || type === 9) return { value: type - 8, length: 0 };
  if (type === REAL) {
    return { value: new DataView(bytes.buffer, bytes.byteOffset + at, 8).getFloat64(0), length: 8 };
  }
  const integer = INTEGER_BYTES[type];
  if (integer !== undefined) {
    let value = 0;
    for (let index = 0; index < integer; index += 1) {
      const byte = bytes[at + index] ?? 0;
      value = value * 256 + (index === 0 && byte > 127 ? byte - 256 : byte);
    }
    return { value, length: integer };
  }
  if (type < 12) throw new RangeError('No such type');
  const length = (type - (type % 2 === 0 ? 12 : 13)) / 2;
  const part = bytes.slice(at, at + length);
  if (part.length < length) throw new RangeError('Cut off');
  return { value: type % 2 === 0 ? part : bytesToUtf8(part), length };
}

/** Numbers here are lengths: one beyond a page's reach is no length. */
function varint(bytes: Uint8Array, at: number): { value: number; next: number } {
  let value = 0;
  for (let index = 0; index < 9; index += 1) {
    const byte = bytes[at + index];
    if (byte === undefined) throw new RangeError('Cut off');
    if (index === 8) return { value: value * 256 + byte, next: at + 9 };
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return { value, next: at + index + 1 };
  }
  throw new RangeError('No number');
}
