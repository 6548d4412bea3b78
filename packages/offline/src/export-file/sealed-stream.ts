/**
 * The sealed form of a `.wellpulse` file, chunk by chunk (the STREAM construction, ADR 41): the header, a check of the passphrase,
 * then chunks of 64 KiB under XChaCha20-Poly1305. Each chunk's nonce holds its number and whether it is the last one. The
 * header is its associated data. So nothing can be changed, moved, left out or cut off without being noticed.
 *
 * Header (63 bytes): "WELLPULSE", version 2, log2 N, r and p of scrypt, 8 bytes reserved. Then salt (16), nonce (24, of which
 * chunks use 15), 2 bytes reserved.
 */
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { concatBytes, utf8ToBytes } from '@noble/ciphers/utils.js';
import { scryptAsync } from '@noble/hashes/scrypt.js';
import { SHORTEST_PASSPHRASE } from '@wellpulse/domain';
import { ByteReader } from './byte-reader.ts';
import { damaged, ExportFileError } from './export-file-error.ts';

const MAGIC = utf8ToBytes('WELLPULSE');
const VERSION = 2;
const SALT_BYTES = 16;
const NONCE_BYTES = 24;
const NONCE_PREFIX_BYTES = 15;
const KEY_BYTES = 32;
const TAG_BYTES = 16;
const CHUNK_BYTES = 64 * 1024;
const AT = { version: 9, logN: 10, p: 12, salt: 21, nonce: 37, end: 63 } as const;

/** What a chunk is. It stands in the chunk's nonce. */
const MIDDLE = 0;
const LAST = 1;
const CHECK = 2;

/** 32 MiB of memory and a tenth of a second on a laptop, some seconds on a phone. */
const COST = { logN: 15, r: 8, p: 1 } as const;
/** The most work that a file may demand of the device that opens it. */
const MOST_LOG_N = 18;
const MOST_R = 16;
const MOST_P = 4;

interface Lock {
  readonly key: Uint8Array;
  readonly header: Uint8Array;
}

/** Throws `WEAK_PASSPHRASE` for less than 8 characters. */
export async function* seal(
  plain: AsyncIterable<Uint8Array>,
  passphrase: string,
  random: (bytes: number) => Uint8Array,
): AsyncGenerator<Uint8Array, void, undefined> {
  if (passphrase.length < SHORTEST_PASSPHRASE) {
    throw new ExportFileError('WEAK_PASSPHRASE');
  }
  const header = new Uint8Array(AT.end);
  header.set(MAGIC);
  header.set([VERSION, COST.logN, COST.r, COST.p], AT.version);
  header.set(random(SALT_BYTES), AT.salt);
  header.set(random(NONCE_BYTES), AT.nonce);
  const lock = { header, key: await keyOf(header, passphrase) };
  yield header;
  yield cipher(lock, 0, CHECK).encrypt(new Uint8Array());
  const reader = new ByteReader(plain);
  try {
    let chunk = await reader.take(CHUNK_BYTES);
    for (let number = 0; ; number += 1) {
      const next = await reader.take(CHUNK_BYTES);
      const isLast = next.length === 0;
      yield cipher(lock, number, isLast ? LAST : MIDDLE).encrypt(chunk);
      if (isLast) return;
      chunk = next;
    }
  } finally {
    await reader.end();
  }
}

/**
 * Checks the passphrase, and gives a function that reads the content; it may be called again. `source` gives the file from
 * its beginning, at each call. Throws `ExportFileError`, also while the content is read.
 */
export async function unseal(
  source: () => AsyncIterable<Uint8Array>,
  passphrase: string,
): Promise<() => AsyncIterable<Uint8Array>> {
  const reader = new ByteReader(source());
  try {
    const header = checkHeader(await reader.take(AT.end));
    const lock = { header, key: await keyOf(header, passphrase) };
    const check = await reader.take(TAG_BYTES);
    if (check.length < TAG_BYTES) throw damaged();
    if (decrypt(lock, 0, CHECK, check) === null) {
      throw new ExportFileError('WRONG_PASSPHRASE');
    }
    return () => chunksOf(source(), lock);
  } finally {
    await reader.end();
  }
}

async function* chunksOf(file: AsyncIterable<Uint8Array>, lock: Lock): AsyncGenerator<Uint8Array> {
  const reader = new ByteReader(file);
  try {
    await reader.take(AT.end + TAG_BYTES);
    let chunk = await reader.take(CHUNK_BYTES + TAG_BYTES);
    for (let number = 0; ; number += 1) {
      const next = await reader.take(CHUNK_BYTES + TAG_BYTES);
      const isLast = next.length === 0;
      const plain = decrypt(lock, number, isLast ? LAST : MIDDLE, chunk);
      if (plain === null) throw damaged();
      yield plain;
      if (isLast) return;
      chunk = next;
    }
  } finally {
    await reader.end();
  }
}

function checkHeader(header: Uint8Array): Uint8Array {
  if (MAGIC.some((byte, index) => header[index] !== byte)) {
    throw new ExportFileError('NOT_AN_EXPORT');
  }
  const [version = 0, logN = 0, r = 0, p = 0] = header.subarray(AT.version);
  if (version > VERSION) {
    throw new ExportFileError('NEWER_EXPORT');
  }
  const isSane = logN > 0 && logN <= MOST_LOG_N && r > 0 && r <= MOST_R && p > 0 && p <= MOST_P;
  if (version < VERSION || header.length < AT.end || !isSane) throw damaged();
  return header;
}

const keyOf = (header: Uint8Array, passphrase: string): Promise<Uint8Array> => {
  const [logN = 0, r = 0, p = 0] = header.subarray(AT.logN, AT.p + 1);
  return scryptAsync(utf8ToBytes(passphrase.normalize('NFKC')), header.slice(AT.salt, AT.nonce), {
    N: 2 ** logN,
    r,
    p,
    dkLen: KEY_BYTES,
  });
};

function cipher({ key, header }: Lock, number: number, kind: number) {
  const counter = new Uint8Array(8);
  new DataView(counter.buffer).setBigUint64(0, BigInt(number));
  const prefix = header.subarray(AT.nonce, AT.nonce + NONCE_PREFIX_BYTES);
  return xchacha20poly1305(key, concatBytes(prefix, counter, Uint8Array.of(kind)), header);
}

/** Null if the chunk is not what was sealed. */
function decrypt(lock: Lock, number: number, kind: number, chunk: Uint8Array): Uint8Array | null {
  try {
    return cipher(lock, number, kind).decrypt(chunk);
  } catch {
    return null;
  }
}
