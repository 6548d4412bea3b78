import { powerMonitor } from 'electron';

/** So long without a key or a movement, and nobody is taken to be at the laptop any more. */
const IDLE_SECONDS = 15 * 60;
const LOOK_EVERY_MS = 5000;

/** Calls `lock` when nobody has typed for a while, and when the system locks or sleeps. */
export function lockByItself(lock: () => void): void {
  powerMonitor.on('lock-screen', lock);
  powerMonitor.on('suspend', lock);
  setInterval(() => {
    if (powerMonitor.getSystemIdleTime() >= IDLE_SECONDS) lock();
  }, LOOK_EVERY_MS).unref();
}
