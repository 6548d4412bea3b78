import type { OfflineClient } from '@wellpulse/offline';

/** Who only looks at a message in between costs no sync. */
const AWAY_MS = 30_000;

/** The parts of a client that care. */
export interface ShownParts {
  readonly heartbeat: Pick<OfflineClient['heartbeat'], 'setShown'>;
  readonly sync: Pick<OfflineClient['sync'], 'isStarted' | 'syncNow'>;
}

/**
 * Tells the client whether the app is shown. After a while away it syncs at once: a phone lets no timer run in an app that is hidden.
 * `now` is in milliseconds.
 *
 * @example
 * const follow = followShown(client, Date.now);
 * follow(true);
 */
export function followShown({ heartbeat, sync }: ShownParts, now: () => number): (isShown: boolean) => void {
  let hiddenAt: number | null = null;
  return (isShown) => {
    heartbeat.setShown(isShown);
    if (!isShown) {
      hiddenAt ??= now();
      return;
    }
    const wasAway = hiddenAt !== null && now() - hiddenAt >= AWAY_MS;
    hiddenAt = null;
    if (wasAway && sync.isStarted) void sync.syncNow();
  };
}
