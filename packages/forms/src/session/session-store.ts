/** The port through which a person signs in, or takes over a device (ADR 98): REST for a dashboard, the offline client on a device. */
import type { OfflineRefusal } from '@wellpulse/domain';
import { faultOf } from '../saving/fault.ts';

/** What a person types to sign in. A screen asks for those that it needs. */
export const SIGN_IN_BOXES = ['server', 'tenant', 'email', 'password', 'deviceName', 'secret'] as const;
/** - `server`: where the office is; a store gets its origin. `deviceName`: what people call the device. `secret`: the PIN or passphrase that will open their key. */
export type SignInBox = (typeof SIGN_IN_BOXES)[number];
/** What stands in the boxes of a sign-in. */
export type SignInText = Readonly<Record<SignInBox, string>>;

/** What came of it: who is signed in, or why nobody is. */
export type SessionAnswer<Who> =
  | { readonly kind: 'SIGNED_IN'; readonly who: Who }
  | {
      readonly kind: 'REFUSED';
      readonly refusal: OfflineRefusal;
      /** When it may be tried again, in seconds from now; null for at once. */
      readonly retryAfterSeconds: number | null;
    };

/** Signs people in. `Who` is what a platform knows of who is signed in. */
export interface SignInStore<Who> {
  signIn(given: SignInText): Promise<SessionAnswer<Who>>;
}

/** Lets people take over who have signed in on the device before. It needs no network. */
export interface UnlockStore<Who> {
  unlock(userId: string, secret: string): Promise<SessionAnswer<Who>>;
}

/** What nobody expected, as an answer. */
export const refusedByFault = (error: unknown): Extract<SessionAnswer<never>, { kind: 'REFUSED' }> => ({
  kind: 'REFUSED',
  refusal: { code: 'REFUSED', trouble: faultOf(error) },
  retryAfterSeconds: null,
});
