import { mayAccess, type ProductionRecord, type Role } from '@wellpulse/contracts';
import { isReadingOfOnly } from '@wellpulse/domain';

/**
 * Whether a person may take a reading back: managers any, all others what nobody but they entered. The server asks the same again.
 *
 * @example
 * mayTakeBack({ id: 'pat', role: 'OPERATOR' }, { createdBy: 'pat', updatedBy: 'fran' }); // false
 */
export const mayTakeBack = (
  { id, role }: { readonly id: string; readonly role: Role },
  record: Pick<ProductionRecord, 'createdBy' | 'updatedBy'>,
): boolean => mayAccess(role, 'MANAGE') || (mayAccess(role, 'ENTER') && isReadingOfOnly(record, id));
