import type { NotRecorded, Recorded } from '@wellpulse/offline';
import { say } from './open-device.ts';

/** Says under which number an entry was saved, and what is unusual about it. Throws with the reason if it was not. */
export function sayRecorded(recorded: Recorded | NotRecorded): void {
  if (!recorded.ok) throw new Error(whyNot(recorded));
  say(describe(recorded));
}

const describe = ({ event, alerts }: Recorded): string =>
  [
    `Saved as ${event.id} (number ${event.deviceSequence} of this device)`,
    ...alerts.map(
      ({ product, previousValue, currentValue }) =>
        `  ${product.toLowerCase()} was ${previousValue} the day before and is ${currentValue}`,
    ),
  ].join('\n');

const whyNot = ({ code, errors }: NotRecorded): string =>
  [`Nothing was saved (${code})`, ...errors.map(({ path, message }) => `  ${path}: ${message}`)].join('\n');
