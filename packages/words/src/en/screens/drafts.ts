import { counted } from '../../lib/decimal.ts';

/** What was typed and can't be saved any more. */
export const draftTexts = {
  stranded: (total: number) => `${counted(total, 'draft', 'drafts')} that cannot be saved any more`,
  /** `day` as in "24 Oct". */
  readingOf: (day: string) => `Reading of ${day}`,
  newItem: 'New item',
  item: 'Item of equipment',
  log: 'Maintenance log',
  wellGone: 'The well was deleted or plugged.',
  itemGone: 'The item was deleted.',
  photos: (total: number) => counted(total, 'photo', 'photos'),
  discardNamed: (what: string) => `Discard: ${what}`,
};
