/**
 * What a device is given as the mark of the log: `<number>.<64 hex digits>`. The digits are half of the row's hash, the lineage in which it was
 * given, and the server's seal. So a mark of a row that is gone proves that the row was there (ADR 69).
 *
 *   16 bytes of the hash | 4 bytes lineage | 12 bytes seal
 */
import { Inject, Injectable } from '@nestjs/common';
import { MARK_HASH_DIGITS, type LogMark } from '@wellpulse/domain';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { derivedSecret } from '../config/derived-secret.ts';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { formatMark } from './log-mark.ts';

const HASH_BYTES = MARK_HASH_DIGITS / 2;
const LINEAGE_BYTES = 4;
const SEAL_BYTES = 12;

@Injectable()
export class MarkSeal {
  readonly #secret: Buffer;

  constructor(@Inject(SETTINGS) settings: Settings) {
    this.#secret = derivedSecret(settings, 'marks of logs');
  }

  /** The mark for a device. That of an empty log is in every log, and has no seal. */
  seal(tenantId: string, { sequence, hash }: LogMark, lineage: number): string {
    if (sequence === 0) return formatMark({ sequence, hash });
    const said = Buffer.alloc(HASH_BYTES + LINEAGE_BYTES);
    said.write(hash, 0, HASH_BYTES, 'hex');
    said.writeUInt32BE(lineage, HASH_BYTES);
    const sealed = Buffer.concat([said, this.#sealOf(tenantId, sequence, said)]);
    return formatMark({ sequence, hash: sealed.toString('hex') });
  }

  /** The lineage in which this server gave the mark; null if it never did, or had another secret then. */
  lineageOf(tenantId: string, { sequence, hash }: LogMark): number | null {
    const bytes = Buffer.from(hash, 'hex');
    const said = bytes.subarray(0, HASH_BYTES + LINEAGE_BYTES);
    const seal = bytes.subarray(said.length);
    const isOurs = timingSafeEqual(seal, this.#sealOf(tenantId, sequence, said));
    return isOurs ? said.readUInt32BE(HASH_BYTES) : null;
  }

  #sealOf(tenantId: string, sequence: number, said: Buffer): Buffer {
    const sealed = createHmac('sha256', this.#secret).update(`${tenantId} ${sequence} `).update(said);
    return sealed.digest().subarray(0, SEAL_BYTES);
  }
}
