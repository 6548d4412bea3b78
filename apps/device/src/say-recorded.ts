import type { NotRecorded, Recorded } from '@wellpulse/offline';
import { say } from './open-device.ts';
import { words } from './words.ts';

const { formatMessage, formatVolumeWithUnit, productNames, terminal } = words;

/** Says under which number an entry was saved, and what is unusual about it. Throws with the reason if it was not. */
export function sayRecorded(recorded: Recorded | NotRecorded): void {
  if (!recorded.ok) throw new Error(whyNot(recorded));
  say(describe(recorded));
}

const describe = ({ event, alerts }: Recorded): string =>
  [
    terminal.saved(event.id, String(event.deviceSequence)),
    ...alerts.map(
      ({ product, previousValue, currentValue }) =>
        `  ${terminal.wasAndIs(productNames[product], formatVolumeWithUnit(previousValue, product), formatVolumeWithUnit(currentValue, product))}`,
    ),
  ].join('\n');

const whyNot = ({ code, errors }: NotRecorded): string =>
  [
    terminal.notSaved(code),
    ...errors.map(({ path, message }) => `  ${path}: ${formatMessage(message)}`),
  ].join('\n');
