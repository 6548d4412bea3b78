/** The vectors of signatures and rights (docs/sync-rights-vectors.json), for everything that plays them. */
import type { Role } from '@wellpulse/contracts';
import { readFileSync } from 'node:fs';

export interface SignatureVector {
  readonly name: string;
  /** The name of the key. */
  readonly signedBy: string;
  /** The text that was signed. */
  readonly canonical: string;
  /** The event as it is sent, with its signature. */
  readonly event: Readonly<Record<string, unknown>>;
  /** `TAKEN`, or the code of the refusal. */
  readonly becomes: string;
}

export interface RightsVector {
  readonly name: string;
  readonly periods: readonly { readonly since: string; readonly role: Role | null }[];
  readonly typedAt: string;
  readonly arrivesAt: string;
  readonly entry: 'TAKEN' | 'MARKED' | 'FORBIDDEN';
  readonly ruling: 'TAKEN' | 'FORBIDDEN';
}

export interface RightsVectors {
  readonly tenantId: string;
  readonly deviceId: string;
  /** By name; in base64. */
  readonly keys: Readonly<Record<string, { readonly userId: string | null; readonly key: string }>>;
  readonly signatures: readonly SignatureVector[];
  readonly rights: readonly RightsVector[];
}

const file = new URL('../../../docs/sync-rights-vectors.json', import.meta.url);

export const rightsVectors = JSON.parse(readFileSync(file, 'utf8')) as RightsVectors;
