/** What has not reached the office, and what a person does about it. */
import { buttonClass, Card, EmptyState, Progress, useWords } from '@wellpulse/ui';
import { CloudCheck } from 'lucide-react';
import { Link } from 'wouter';
import type { Banner } from '../../../shared/bridge/sync.ts';
import { ClockNotice } from '../../components/ClockNotice.tsx';
import { Notice } from '../../components/Notice.tsx';
import { PagedList } from '../../components/PagedList.tsx';
import { PageTitle } from '../../components/PageTitle.tsx';
import { useMain } from '../../lib/queries.ts';
import { usePages } from '../../lib/use-pages.ts';
import { useSession } from '../../lib/session.tsx';
import { HandoverCard } from './HandoverCard.tsx';
import { PendingRow } from './PendingRow.tsx';

export function SyncPage() {
  const { deskWords, fieldWords, formatInstant } = useWords();
  const { company } = useSession();
  const { data: banner } = useMain('sync.status', {});
  const pages = usePages('sync.pending', {});
  const { items } = pages;
  if (banner === undefined || items === undefined) return null;
  return (
    <div className="flex flex-col gap-5">
      <PageTitle
        title={deskWords.sync}
        below={
          banner.lastSyncAt === null
            ? deskWords.notSyncedYet
            : deskWords.lastSync(formatInstant(banner.lastSyncAt, company.timeZone))
        }
      />
      <ClockNotice />
      <Notices banner={banner} />
      <Card
        flush
        title={
          items.length === 0
            ? fieldWords.allSent
            : deskWords.pendingCount(banner.pendingEvents + banner.failedEvents + banner.waitingPhotos)
        }
      >
        {items.length === 0 ? (
          <EmptyState
            icon={<CloudCheck aria-hidden />}
            title={deskWords.nothingWaits}
            description={deskWords.nothingWaitsHint}
          />
        ) : (
          <PagedList
            {...pages}
            keyOf={(line) => line.eventId ?? line.photoId ?? line.content.kind + String(line.retryCount)}
            row={(line) => <PendingRow line={line} />}
          />
        )}
      </Card>
      <ConflictsLink open={banner.openConflicts} />
      <HandoverCard />
    </div>
  );
}

/** How many conflicts wait for a choice, and how many the rules settled since the person looked. */
function ConflictsLink({ open }: { readonly open: number }) {
  const { conflictsSettledSince, deskWords } = useWords();
  const { data: news = 0 } = useMain('conflicts.news', {});
  return (
    <Card>
      <div className="flex flex-wrap items-center gap-5 text-lg">
        <span className="grow">
          {open === 0 && news === 0
            ? deskWords.noConflicts
            : [
                ...(open > 0 ? [deskWords.openConflicts(open)] : []),
                ...(news > 0 ? [conflictsSettledSince(news)] : []),
              ].join(' · ')}
        </span>
        <Link href="/conflicts" className={buttonClass({ size: 'field' })}>
          {deskWords.conflicts}
        </Link>
      </div>
    </Card>
  );
}

/** What stands in the way, each in a sentence that says what to do. */
function Notices({ banner }: { readonly banner: Banner }) {
  const words = useWords();
  const { deskWords, formatAwaited, formatBytes, formatDamage, formatSpan, formatTrouble, shortOfRoom } =
    words;
  const { photoProgress } = banner;
  return (
    <>
      {banner.isOverdue && banner.waitingSince !== null && (
        <Notice>
          {deskWords.overdue(formatSpan((Date.now() - Date.parse(banner.waitingSince)) / 1000))}
        </Notice>
      )}
      {banner.isRetiring && <Notice>{deskWords.retiring}</Notice>}
      {banner.damage !== null && <Notice tone="bad">{formatDamage(banner.damage.missing)}</Notice>}
      {banner.isShortOfRoom && <Notice tone="bad">{shortOfRoom}</Notice>}
      {banner.recovered !== null && banner.recovered.events > 0 && (
        <Notice tone="accent">{deskWords.recovered(banner.recovered.events)}</Notice>
      )}
      {banner.awaitedPeople.length > 0 && <Notice>{formatAwaited(banner.awaitedPeople)}</Notice>}
      {banner.unreadableRecords > 0 && <Notice>{deskWords.unreadable(banner.unreadableRecords)}</Notice>}
      {banner.trouble !== null && banner.stopped === null && <Notice>{formatTrouble(banner.trouble)}</Notice>}
      {photoProgress !== null && (
        <div className="flex flex-col gap-2 text-lg">
          {deskWords.photoOnTheWay(
            formatBytes(photoProgress.sentBytes),
            formatBytes(photoProgress.totalBytes),
          )}
          <Progress
            label={deskWords.sendingNow}
            value={photoProgress.sentBytes}
            max={photoProgress.totalBytes}
          />
        </div>
      )}
    </>
  );
}
