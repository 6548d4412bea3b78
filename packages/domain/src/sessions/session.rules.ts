/**
 * Who may come in, how long sessions last, and what each use of a refresh token comes to. A token is good for one use. Using it again means
 * that two hold it, the person and a thief. Nobody can tell who is who, so the whole session ends. A use that is named with a key may be
 * repeated when its answer was lost. That holds until somebody uses what came of it (ADR 25). The API and the simulated server call these functions (ADR 74).
 */
import type { DevicePlatform, DeviceStatus, TenantSettings } from '@wellpulse/contracts';
import { DAY_MS } from '../calendar.ts';
import { hasEnded } from '../devices/device-status.ts';
import { webDeviceRefusal } from '../devices/web-devices.ts';
import type { UserRow } from '../state/workset.ts';

/** An access token is good for so long. */
export const ACCESS_TOKEN_SECONDS = 15 * 60;

const SESSION_DAYS = 30;
/** A device may be without a signal for weeks. */
const DEVICE_SESSION_DAYS = 90;

/** Why a session ended. */
export type SessionEnd =
  | 'SIGNED_OUT'
  | 'TOKEN_REUSED'
  | 'PASSWORD_CHANGED'
  | 'USER_SUSPENDED'
  | 'DEVICE_REVOKED';

/**
 * When a session expires that was used last at `now`; `deviceId` is null for one that no device holds. Instants in UTC.
 *
 * @example
 * sessionExpiry('2025-10-01T00:00:00.000Z', null); // '2025-10-31T00:00:00.000Z'
 */
export const sessionExpiry = (now: string, deviceId: string | null): string =>
  new Date(Date.parse(now) + (deviceId === null ? SESSION_DAYS : DEVICE_SESSION_DAYS) * DAY_MS).toISOString();

/** What of a session decides whether it ends. */
export interface SessionState {
  readonly id: string;
  readonly userId: string;
  /** Null for one that no device holds. */
  readonly deviceId: string | null;
  readonly end: SessionEnd | null;
  readonly expiresAt: string;
}

/** Whose sessions end: all on a device that is lost or empties itself, or all of a person. `exceptId` is the session of who says so. */
export type SessionsEnding =
  | { readonly ofDevice: string; readonly exceptId: string | null }
  | { readonly ofUser: string; readonly because: SessionEnd; readonly exceptId: string | null };

/**
 * A session after others were ended. The one of whoever ends a device from that device goes on as the person's own. What ended before
 * keeps its reason.
 *
 * @example
 * const after = sessionAfter(session, { ofDevice: device.id, exceptId: null }, now);
 */
export function sessionAfter(session: SessionState, ending: SessionsEnding, now: string): SessionState {
  const isExcepted = session.id === ending.exceptId;
  if ('ofUser' in ending) {
    const ends = session.userId === ending.ofUser && !isExcepted;
    return ends ? { ...session, end: session.end ?? ending.because } : session;
  }
  if (session.deviceId !== ending.ofDevice) return session;
  return isExcepted
    ? { ...session, deviceId: null, expiresAt: sessionExpiry(now, null) }
    : { ...session, end: session.end ?? 'DEVICE_REVOKED' };
}

type Account = Pick<UserRow, 'deleted' | 'status'>;

/**
 * Why somebody may not come in, whatever session they have; null if they may. A suspended person hears of it, since they may come back.
 *
 * @example
 * accountRefusal({ deleted: false, status: 'SUSPENDED' }); // 'USER_SUSPENDED'
 */
export function accountRefusal({ deleted, status }: Account): 'UNAUTHENTICATED' | 'USER_SUSPENDED' | null {
  if (deleted) return 'UNAUTHENTICATED';
  return status === 'SUSPENDED' ? 'USER_SUSPENDED' : null;
}

/** The person of a good access token, and the session that it was given for. */
export interface CallerState extends Account {
  readonly expiresAt: string;
  readonly hasSessionEnded: boolean;
  /** Of the session's device; null for a session that no device holds. */
  readonly platform: DevicePlatform | null;
}

/**
 * Why the caller may not come in now; null if they may. `SESSION_ENDED`: `refusalOfEnded` says what they are told.
 *
 * @example
 * const refusal = callerRefusal(caller, settings, now);
 * if (refusal !== null) refuse(refusal);
 */
export function callerRefusal(
  caller: CallerState,
  settings: Pick<TenantSettings, 'webDevices'>,
  now: string,
): 'UNAUTHENTICATED' | 'USER_SUSPENDED' | 'SESSION_ENDED' | 'WEB_DEVICES_FORBIDDEN' | null {
  const refusal = accountRefusal(caller);
  if (refusal !== null) return refusal;
  if (caller.expiresAt < now) return 'UNAUTHENTICATED';
  return caller.hasSessionEnded ? 'SESSION_ENDED' : webDeviceRefusal(caller.platform, settings);
}

/** A refresh token that somebody uses, and its session. */
export interface RefreshTokenUse {
  readonly expiresAt: string;
  readonly hasSessionEnded: boolean;
  readonly wasUsedBefore: boolean;
  /** Of the token that the same use, by its key, got before: whether anybody has used it. Null if this use never got one. */
  readonly wasSuccessorUsed: boolean | null;
}

/** `RENEWED`: a new token. `REPEATED`: the token that the same use got before. `REUSED`: the session ends. */
export type RefreshOutcome = 'RENEWED' | 'REPEATED' | 'REUSED' | 'SESSION_ENDED' | 'UNKNOWN';

/**
 * What the use of a refresh token comes to; undefined stands for a token that nobody knows.
 *
 * @example
 * const outcome = refreshOutcome(found, now);
 * if (outcome === 'REUSED') endSession('TOKEN_REUSED');
 */
export function refreshOutcome(use: RefreshTokenUse | undefined, now: string): RefreshOutcome {
  if (use === undefined || use.expiresAt < now) return 'UNKNOWN';
  if (use.hasSessionEnded) return 'SESSION_ENDED';
  if (!use.wasUsedBefore) return 'RENEWED';
  return use.wasSuccessorUsed === false ? 'REPEATED' : 'REUSED';
}

/**
 * What the holder of an ended session is told. A device that was revoked, or has retired, has to know, since signing in alone would not
 * help it. Once it is registered again, signing in does. `device` is the status of the session's device, null for none.
 *
 * @example
 * refusalOfEnded('DEVICE_REVOKED', 'ACTIVE'); // 'UNAUTHENTICATED'
 */
export const refusalOfEnded = (
  because: string | null,
  device: DeviceStatus | null,
): 'DEVICE_REVOKED' | 'UNAUTHENTICATED' =>
  because === 'DEVICE_REVOKED' && device !== null && hasEnded(device) ? 'DEVICE_REVOKED' : 'UNAUTHENTICATED';
