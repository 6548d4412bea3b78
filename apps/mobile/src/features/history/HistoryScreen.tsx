/** What became of a reading, as far as it was written on this phone. */
import { useWords } from '@wellpulse/forms';
import { Screen } from '../../components/Screen.tsx';
import { ScreenHead } from '../../components/ScreenHead.tsx';
import { SyncBanner } from '../../components/SyncBanner.tsx';
import { useRead } from '../../lib/reads.ts';
import { useSession } from '../../lib/session.tsx';
import { RecordHistory } from './RecordHistory.tsx';

export interface HistoryScreenProps {
  readonly wellId: string;
  readonly day: string;
}

export function HistoryScreen({ wellId, day }: HistoryScreenProps) {
  const { controlTexts, formatDayFull } = useWords();
  const { company } = useSession();
  const name = useRead(
    ['well', wellId, 'name'],
    async ({ records }) => (await records.well(wellId))?.name ?? null,
  );
  return (
    <Screen top={<SyncBanner timeZone={company.timeZone} />}>
      <ScreenHead title={controlTexts.history} below={[name ?? null, formatDayFull(day)]} />
      <RecordHistory of={{ kind: 'READING', wellId, day }} />
    </Screen>
  );
}
