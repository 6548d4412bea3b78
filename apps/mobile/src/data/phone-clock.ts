import type { Clock } from '@wellpulse/offline';

/**
 * The clocks of a program that lives as long as its JavaScript does. Its steady clock stands still while the phone sleeps, and begins anew
 * with each start: so each start is a boot of its own.
 *
 * @example
 * const clock = phoneClock(random);
 */
export function phoneClock(random: (bytes: number) => Uint8Array): Clock {
  const boot = Array.from(random(8), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return {
    now: () => Date.now(),
    sample: () => ({
      wall: Date.now(),
      monotonic: Math.round(performance.now()),
      countsSleep: false,
      boot,
    }),
    after: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    random,
  };
}
