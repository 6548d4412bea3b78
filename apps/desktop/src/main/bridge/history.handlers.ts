import { recordHistory } from '@wellpulse/forms/device';
import type { Handlers } from './handler.ts';
import type { Laptop } from './laptop.ts';

/** The life of a record, as far as it was written here. */
export const historyHandlers = ({ client }: Pick<Laptop, 'client'>): Handlers<'history.of'> => ({
  'history.of': (of) => recordHistory(client, of, 'ELECTRON'),
});
