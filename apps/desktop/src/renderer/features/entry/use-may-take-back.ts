import { isReadingOfOnly } from '@wellpulse/domain';
import type { ProductionRecord } from '@wellpulse/contracts';
import { useMay, useSession } from '../../lib/session.tsx';

/** Managers take back any reading, all others what nobody but they entered. Main asks the same again. */
export function useMayTakeBack(): (record: ProductionRecord) => boolean {
  const { person } = useSession();
  const [mayManage, mayEnter] = [useMay('MANAGE'), useMay('ENTER')];
  return (record) => mayManage || (mayEnter && isReadingOfOnly(record, person.id));
}
