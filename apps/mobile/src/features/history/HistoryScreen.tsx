/** What became of a reading or of an item, as far as it was written on this phone. */
import { useWords } from '@wellpulse/forms';
import type { RecordOfHistory } from '@wellpulse/forms/device';
import { Screen } from '../../components/Screen.tsx';
import { ScreenHead } from '../../components/ScreenHead.tsx';
import { SyncBanner } from '../../components/SyncBanner.tsx';
import { useSession } from '../../lib/session.tsx';
import { useItem } from '../equipment/use-item.ts';
import { useWell } from '../wells/use-well.ts';
import { RecordHistory } from './RecordHistory.tsx';

export interface HistoryScreenProps {
  readonly wellId: string;
  readonly day: string;
}

export function HistoryScreen({ wellId, day }: HistoryScreenProps) {
  const { formatDayFull } = useWords();
  const well = useWell(wellId);
  return <History of={{ kind: 'READING', wellId, day }} below={[well?.name ?? null, formatDayFull(day)]} />;
}

export function ItemHistoryScreen({ equipmentId }: { readonly equipmentId: string }) {
  const { equipmentName } = useWords();
  const item = useItem(equipmentId)?.item;
  return (
    <History
      of={{ kind: 'ITEM', equipmentId }}
      below={item === undefined ? [] : [equipmentName(item), item.wellName]}
    />
  );
}

interface HistoryProps {
  readonly of: RecordOfHistory;
  readonly below: readonly (string | null)[];
}

function History({ of, below }: HistoryProps) {
  const { controlTexts } = useWords();
  const { company } = useSession();
  return (
    <Screen top={<SyncBanner timeZone={company.timeZone} />}>
      <ScreenHead title={controlTexts.history} below={below} />
      <RecordHistory of={of} />
    </Screen>
  );
}
