import { signOut } from '../../queries/session-queries.ts';

/** Ends the session and leaves the page. Drafts stay in this browser: they are the person's, not the session's. */
export async function signOutAndLeave(): Promise<void> {
  await signOut();
  window.location.assign('/sign-in');
}
