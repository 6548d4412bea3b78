import type { ClockSample } from '@wellpulse/domain';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Clock } from '../ports/clock.ts';

type Monotonic = Omit<ClockSample, 'wall'>;

const MINUTE_MS = 60_000;
const wholeMs = (nanoseconds: bigint): number => Number(nanoseconds / 1_000_000n);

/** Linux: `hrtime` stops while the machine sleeps, the kernel's uptime does not. Null where there is no `/proc`. */
function linuxMonotonic(): (() => Monotonic) | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const uptime = (): number =>
      Math.round(Number(readFileSync('/proc/uptime', 'utf8').split(' ', 1)[0]) * 1000);
    return Number.isFinite(uptime()) ? () => ({ monotonic: uptime(), countsSleep: true, boot }) : null;
  } catch {
    return null;
  }
}

/**
 * Windows and macOS: `hrtime` counts sleep, and no file names the boot. It is named by when it was, as the wall clock had it when
 * this program started: after a clock was set between two programs, the same boot has two names, and stretches are not linked.
 */
function hrtimeMonotonic(): () => Monotonic {
  const bootedAt = Date.now() - wholeMs(process.hrtime.bigint());
  const boot = `hrtime-${Math.round(bootedAt / MINUTE_MS)}`;
  const countsSleep = process.platform === 'win32' || process.platform === 'darwin';
  return () => ({ monotonic: wholeMs(process.hrtime.bigint()), countsSleep, boot });
}

const monotonic = (process.platform === 'linux' ? linuxMonotonic() : null) ?? hrtimeMonotonic();

/** The machine's clocks and random source. Its timers don't keep a program alive. */
export const nodeClock: Clock = {
  now: () => Date.now(),
  sample: () => ({ wall: Date.now(), ...monotonic() }),
  after: (ms, run) => {
    const timer = setTimeout(run, ms).unref();
    return () => clearTimeout(timer);
  },
  random: (bytes) => new Uint8Array(randomBytes(bytes)),
};
