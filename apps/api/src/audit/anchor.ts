/**
 * Anchors of a tenant's log: which hash stood at which place when, signed. A hash chain proves itself to nobody who can write it anew; an
 * anchor that is kept where the database's users cannot reach says what the log was (ADR 49). One is a line of text:
 *
 *   wellpulse-anchor-1 acme 0199… 4721 3f7a… 2026-03-01T06:00:00.000Z <signature>
 */
import type { LogMark } from '@wellpulse/domain';
import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';

export interface Anchor extends LogMark {
  readonly slug: string;
  readonly tenantId: string;
  /** When it was made, by the server's clock. */
  readonly at: string;
}

const FORM = 'wellpulse-anchor-1';
const LINE =
  /^wellpulse-anchor-1 (?<slug>\S+) (?<tenantId>[0-9a-f-]{36}) (?<sequence>\d{1,15}) (?<hash>[0-9a-f]{64}) (?<at>\S+) (?<signature>[\w-]{86})$/;

/** What a private Ed25519 key of 32 bytes is preceded by in PKCS #8 (RFC 8410). */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const KEY_BYTES = 32;

/** The key of `WELLPULSE_AUDIT_KEY`, 32 bytes in base64url. Throws if there is none, or it is none. */
export function readAnchorKey(text: string | undefined): KeyObject {
  const seed = Buffer.from(text ?? '', 'base64url');
  if (seed.length !== KEY_BYTES) {
    throw new Error('WELLPULSE_AUDIT_KEY must be set to the key that signs anchors, 32 bytes in base64url');
  }
  return createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, seed]), format: 'der', type: 'pkcs8' });
}

export function signAnchor(anchor: Anchor, key: KeyObject): string {
  const signature = sign(null, Buffer.from(textOf(anchor)), key).toString('base64url');
  return `${textOf(anchor)} ${signature}`;
}

/**
 * Reads the lines that `signAnchor` made; what begins otherwise, as what npm prints, is left out. Throws at the first that the key did not
 * sign.
 */
export function readAnchors(text: string, key: KeyObject): Anchor[] {
  const publicKey = createPublicKey(key);
  return text.split(/\r?\n/).flatMap((line, index) => {
    if (!line.startsWith('wellpulse-anchor-')) return [];
    const anchor = parse(line);
    if (anchor === null) throw new Error(`Line ${index + 1} is no anchor`);
    const { signature, ...signed } = anchor;
    if (!verify(null, Buffer.from(textOf(signed)), publicKey, signature)) {
      throw new Error(`The anchor in line ${index + 1} is not signed with WELLPULSE_AUDIT_KEY`);
    }
    return [signed];
  });
}

const textOf = ({ slug, tenantId, sequence, hash, at }: Anchor): string =>
  [FORM, slug, tenantId, sequence, hash, at].join(' ');

function parse(line: string): (Anchor & { readonly signature: Buffer }) | null {
  const {
    slug = '',
    tenantId = '',
    sequence,
    hash = '',
    at = '',
    signature = '',
  } = LINE.exec(line)?.groups ?? {};
  return sequence === undefined
    ? null
    : {
        slug,
        tenantId,
        sequence: Number(sequence),
        hash,
        at,
        signature: Buffer.from(signature, 'base64url'),
      };
}
