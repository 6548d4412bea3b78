/**
 * What proves that a registration comes from the device that it names (docs/sync-protocol.md, "1. Sign in and register the device"). Later
 * requests carry a session of that device: `otherDeviceRefusal` in `sessions/endpoint-access.ts` judges them.
 */
import type { ProblemCode } from '@wellpulse/contracts';

/** What is known of a device. `Secret` is whatever the server keeps of it, such as its hash. */
export interface KnownDevice<Secret> {
  /** Null for a device from before there were secrets. */
  readonly secret: Secret | null;
  /** Who registered it first. */
  readonly registeredBy: string;
}

/** What a registration shows. */
export interface DeviceProof<Secret> {
  /** Who is signed in. */
  readonly userId: string;
  /** Whether the secret that was sent is the kept one, compared in a time that tells nothing. */
  readonly matches: (kept: Secret) => boolean;
}

/**
 * Why a registration is not taken for that of the device it names; null if it is. A device that nobody knows proves itself by its
 * first secret. One from before there were secrets is proved by the person who registered it.
 *
 * @param known null for a device that the server does not know
 * @example
 * deviceProofRefusal(null, { userId: 'pat', matches: () => false }); // null
 */
export function deviceProofRefusal<Secret>(
  known: KnownDevice<Secret> | null,
  { userId, matches }: DeviceProof<Secret>,
): Extract<ProblemCode, 'DEVICE_MISMATCH'> | null {
  if (known === null) return null;
  const isProved = known.secret === null ? known.registeredBy === userId : matches(known.secret);
  return isProved ? null : 'DEVICE_MISMATCH';
}
