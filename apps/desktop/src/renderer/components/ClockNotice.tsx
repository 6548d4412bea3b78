import { isWrongClock } from '@wellpulse/domain';
import { useWords } from '@wellpulse/ui';
import { useMain } from '../lib/queries.ts';
import { Notice } from './Notice.tsx';

/** Says that the laptop's clock is far off, until the office tells that it is right. */
export function ClockNotice() {
  const { formatWrongClock } = useWords();
  const offset = useMain('sync.status', {}).data?.clockOffsetMs ?? null;
  return isWrongClock(offset) && <Notice>{formatWrongClock(offset)}</Notice>;
}
