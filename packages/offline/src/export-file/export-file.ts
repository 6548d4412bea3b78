/**
 * A `.wellpulse` file: what a device could not send, sealed with a passphrase, for another device of the same tenant or
 * for the dashboard. Pure: the same code opens a file and makes it.
 *
 * Header (63 bytes): "WELLPULSE", version 1, log2 N, r, p of scrypt, length of the sealed part (8 bytes, big-endian),
 * salt (16), nonce (24), 2 bytes reserved. Then the content under XChaCha20-Poly1305 with the header as associated data:
 * nothing in the file can be changed without being noticed.
 */
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { concatBytes, utf8ToBytes } from '@noble/ciphers/utils.js';
import { scryptAsync } from '@noble/hashes/scrypt.js';
import { packContent, unpackContent, type ExportContent } from './container.ts';
import { ExportFileError } from './export-file-error.ts';

export * from './container.ts';
export * from './export-file-error.ts';

const MAGIC = utf8ToBytes('WELLPULSE');
const VERSION = 1;
const SALT_BYTES = 16;
const NONCE_BYTES = 24;
const KEY_BYTES = 32;
const TAG_BYTES = 16;
const AT = { version: 9, logN: 10, r: 11, p: 12, length: 13, salt: 21, nonce: 37, end: 63 } as const;

/** 32 MiB of memory and a tenth of a second on a laptop, some seconds on a phone. */
const COST = { logN: 15, r: 8, p: 1 } as const;
/** The most work that a file may demand of the device that opens it. */
const MOST_LOG_N = 18;
const MOST_R = 16;
const MOST_P = 4;

export const SHORTEST_PASSPHRASE = 8;

/** Throws `WEAK_PASSPHRASE` for less than 8 characters. */
export async function sealExport(
  content: ExportContent,
  passphrase: string,
  random: (bytes: number) => Uint8Array,
): Promise<Uint8Array> {
  if (passphrase.length < SHORTEST_PASSPHRASE) {
    throw new ExportFileError('WEAK_PASSPHRASE', 'Choose a passphrase of 8 characters or more.');
  }
  const plain = packContent(content);
  const header = new Uint8Array(AT.end);
  header.set(MAGIC);
  header.set([VERSION, COST.logN, COST.r, COST.p], AT.version);
  new DataView(header.buffer).setBigUint64(AT.length, BigInt(plain.length + TAG_BYTES));
  header.set(random(SALT_BYTES), AT.salt);
  header.set(random(NONCE_BYTES), AT.nonce);
  return concatBytes(header, (await cipher(header, passphrase)).encrypt(plain));
}

/** Throws `ExportFileError`: it says whether the file is another one, cut off, or the passphrase wrong. */
export async function openExport(file: Uint8Array, passphrase: string): Promise<ExportContent> {
  const header = readHeader(file);
  const sealed = file.slice(AT.end);
  const opened = await cipher(header, passphrase);
  let plain: Uint8Array;
  try {
    plain = opened.decrypt(sealed);
  } catch {
    throw new ExportFileError('WRONG_PASSPHRASE', 'The passphrase is wrong, or the file was changed.');
  }
  return unpackContent(plain);
}

function readHeader(file: Uint8Array): Uint8Array {
  if (MAGIC.some((byte, index) => file[index] !== byte)) {
    throw new ExportFileError('NOT_AN_EXPORT', 'This is not a file that a WellPulse device exported.');
  }
  const [version = 0, logN = 0, r = 0, p = 0] = file.slice(AT.version, AT.length);
  if (version > VERSION) {
    throw new ExportFileError('NEWER_EXPORT', 'A newer app exported this file. Update this one to open it.');
  }
  const isWhole =
    file.length > AT.end &&
    new DataView(file.buffer, file.byteOffset).getBigUint64(AT.length) === BigInt(file.length - AT.end);
  const isSane = logN > 0 && logN <= MOST_LOG_N && r > 0 && r <= MOST_R && p > 0 && p <= MOST_P;
  if (!isWhole || !isSane) {
    throw new ExportFileError(
      'FILE_DAMAGED',
      'This file is cut off or damaged. Copy it again from the device that made it.',
    );
  }
  return file.slice(0, AT.end);
}

async function cipher(header: Uint8Array, passphrase: string) {
  const [logN = 0, r = 0, p = 0] = header.slice(AT.logN, AT.length);
  const key = await scryptAsync(utf8ToBytes(passphrase.normalize('NFKC')), header.slice(AT.salt, AT.nonce), {
    N: 2 ** logN,
    r,
    p,
    dkLen: KEY_BYTES,
  });
  return xchacha20poly1305(key, header.slice(AT.nonce, AT.nonce + NONCE_BYTES), header);
}
