/** Says once in a shift that entries have waited for a whole one. */
import { hasWaitedAShift } from '@wellpulse/domain';
import type { DeviceStatus } from '@wellpulse/offline';

const LOOK_EVERY_MS = 10 * 60_000;
const AGAIN_AFTER_MS = 8 * 60 * 60_000;

/**
 * Looks every ten minutes. `remind` is the program's own way of saying it, such as a notification of the system. The function returned ends
 * that.
 *
 * @example
 * const end = remindOfWaiting(() => client.status.current(), ({ pendingEvents }) => notify(pendingEvents));
 */
export function remindOfWaiting(
  status: () => Promise<DeviceStatus | null>,
  remind: (status: DeviceStatus) => void,
  now: () => Date = () => new Date(),
): () => void {
  let lastAt = Number.NEGATIVE_INFINITY;
  const look = async (): Promise<void> => {
    const current = await status().catch(() => null);
    const at = now().getTime();
    if (current === null || !hasWaitedAShift(current.waitingSince, at) || at - lastAt < AGAIN_AFTER_MS)
      return;
    lastAt = at;
    remind(current);
  };
  const timer = setInterval(() => void look(), LOOK_EVERY_MS);
  timer.unref();
  return () => {
    clearInterval(timer);
  };
}
