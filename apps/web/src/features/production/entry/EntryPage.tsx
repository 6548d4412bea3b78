'use client';

/** The form of one day as a page of its own. Links lead to it, such as those to missing wells. */
import { Card, PageHeader, Skeleton, useWords, WellStatusBadge } from '@wellpulse/ui';
import type { Well } from '@wellpulse/contracts';
import { useRouter } from 'next/navigation';
import { useQueryStates } from 'nuqs';
import { Loaded } from '../../../components/Loaded.tsx';
import { parseAsDay } from '../../../lib/url-parsers.ts';
import { useSession } from '../../../components/SessionProvider.tsx';
import { NoSuchWell } from '../../../components/missing/NoSuchWell.tsx';
import { WellBreadcrumbs } from '../../../components/WellBreadcrumbs.tsx';
import { useColleagues } from '../../../queries/user-queries.ts';
import { useWell } from '../../../queries/well-queries.ts';
import { EntryPanel } from './EntryPanel.tsx';
import { PluggedNote } from './PluggedNote.tsx';
import { useRecordOfDay } from '../../../queries/production-queries.ts';

export function EntryPage({ wellId }: { wellId: string }) {
  const query = useWell(wellId);
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-4">
      <Loaded query={query} loading={<Skeleton className="h-16" />} missing={<NoSuchWell />}>
        {(well) => <EntryOfWell well={well} />}
      </Loaded>
    </div>
  );
}

function EntryOfWell({ well }: { well: Well }) {
  const { productionTexts } = useWords();
  const router = useRouter();
  const { today } = useSession();
  const [{ date }] = useQueryStates({ date: parseAsDay });
  const newest = well.pluggedOn ?? today;
  const initialDate = date !== null && date <= newest ? date : newest;
  // Known before the form stands: what it says of an entry that is there would push the boxes down.
  const isOpening = [useRecordOfDay(well.id, initialDate), useColleagues()].some(
    ({ isPending }) => isPending,
  );
  // Not back: a link from elsewhere has nothing of ours behind it.
  const leave = () => {
    router.replace(`/wells/${well.id}`);
  };
  return (
    <>
      <PageHeader
        breadcrumbs={<WellBreadcrumbs well={well} current={productionTexts.enterReading} />}
        title={productionTexts.enterReadingOf(well.name)}
        badge={<WellStatusBadge status={well.status} />}
      />
      <PluggedNote well={well} />
      <Card>
        {isOpening ? (
          <Skeleton className="h-96" />
        ) : (
          <EntryPanel well={well} initialDate={initialDate} onSaved={leave} onCancel={leave} />
        )}
      </Card>
    </>
  );
}
