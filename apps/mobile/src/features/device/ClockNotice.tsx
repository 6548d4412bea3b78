import { isWrongClock } from '@wellpulse/domain';
import { useWords } from '@wellpulse/forms';
import { Notice } from '../../components/Notice.tsx';
import { useStatus } from '../../lib/reads.ts';

/** Says that the phone's clock is far off, until the office tells that it is right. */
export function ClockNotice() {
  const { formatWrongClock } = useWords();
  const offset = useStatus()?.clockOffsetMs ?? null;
  return isWrongClock(offset) && <Notice text={formatWrongClock(offset)} />;
}
