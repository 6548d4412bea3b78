/** What a day sheet is given by the app that shows it, beside its rows. It stays the same object for as long as nothing in it changes. */
import type { EntryDesk } from '@wellpulse/forms';
import type { LinkTo, Moment } from '../host.ts';

/** What the app gives; a page makes one and keeps it. */
export interface SheetHost {
  /** Where entries are typed and saved. What a photo is, is nothing to a sheet. */
  readonly desk: EntryDesk<unknown>;
  readonly moment: Pick<Moment, 'today' | 'timeZone'>;
  /** From which change on a volume is pointed at, in percent. */
  readonly varianceThresholdPercent: number;
  readonly nameOf: (userId: string) => string;
  readonly linkTo: LinkTo;
}
