import { openAlerts } from '@wellpulse/forms/device';
import type { Handlers } from './handler.ts';
import type { Laptop } from './laptop.ts';

/** What the office found remarkable. */
export const alertHandlers = ({ client }: Pick<Laptop, 'client'>): Handlers<'alerts.open'> => ({
  'alerts.open': () => openAlerts(client),
});
