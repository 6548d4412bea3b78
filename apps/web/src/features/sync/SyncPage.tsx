'use client';

/** The devices that people carry, and how their entries come in. */
import { byAttention } from '@wellpulse/domain';
import { Button, Card, DataTable, EmptyState, ErrorState, PageHeader } from '@wellpulse/ui';
import { FileLock2, Smartphone } from 'lucide-react';
import { useQueryState } from 'nuqs';
import { useState } from 'react';
import { office, words } from '../../lib/language.ts';
import { ExportButton } from '../../components/ExportButton.tsx';
import { problemWords } from '../../lib/problem-words.ts';
import { parseAsUuid } from '../../lib/url-parsers.ts';
import { useNow } from '../../lib/use-now.ts';
import { useSession } from '../../components/SessionProvider.tsx';
import { ImportFileDrawer } from '../sync-file/ImportFileDrawer.tsx';
import { useDeviceColumns } from './device-columns.tsx';
import { deviceExport } from './device-export.ts';
import { DeviceDrawer } from './DeviceDrawer.tsx';
import { RecoveredRecords } from './RecoveredRecords.tsx';
import { RestoreNotice } from './RestoreNotice.tsx';
import { WaitingEntries } from './WaitingEntries.tsx';
import { useDevices } from '../../queries/device-queries.ts';

const texts = office.devices;

/** Whose devices they are, and how many once that is known. */
function headingOf(isOfEverybody: boolean, count: number | undefined): string {
  if (count === undefined) return isOfEverybody ? texts.ofEverybody : texts.yours;
  return isOfEverybody ? texts.ofEverybodyCounted(count) : texts.yoursCounted(count);
}

export function SyncPage() {
  const { may } = useSession();
  const now = useNow();
  const query = useDevices();
  const columns = useDeviceColumns(now);
  const [openedId, setOpenedId] = useQueryState('device', parseAsUuid);
  const [isImporting, setIsImporting] = useState(false);
  const devices = byAttention(query.data ?? [], now.getTime());
  const loadAll = async () =>
    byAttention((await query.refetch({ throwOnError: true })).data ?? [], Date.now());
  const opened = devices.find(({ id }) => id === openedId);
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={words.shellWords.pageNames.sync}
        description={headingOf(may('MANAGE'), query.data?.length)}
        actions={
          <>
            <ExportButton name="devices" columns={deviceExport(now)} load={loadAll} />
            {may('ENTER') && (
              <Button
                icon={<FileLock2 aria-hidden />}
                onClick={() => {
                  setIsImporting(true);
                }}
              >
                {office.handover.title}
              </Button>
            )}
          </>
        }
      />
      {may('MANAGE') && (
        <RestoreNotice
          devices={devices}
          onOpen={(id) => {
            void setOpenedId(id);
          }}
        />
      )}
      {may('MANAGE') && <RecoveredRecords />}
      <WaitingEntries />
      <Card flush>
        <DataTable
          label={texts.list}
          columns={columns}
          items={devices}
          itemId={({ id }) => id}
          serverSorted
          loading={query.isPending}
          onRowClick={({ id }) => {
            void setOpenedId(id);
          }}
          selectedId={openedId}
          maxHeight="calc(100dvh - 12rem)"
          empty={
            query.error === null ? (
              <EmptyState icon={<Smartphone aria-hidden />} title={texts.none} description={texts.noneHint} />
            ) : (
              <ErrorState
                problem={problemWords(words, query.error)}
                retrying={query.isFetching}
                onRetry={() => void query.refetch()}
              />
            )
          }
        />
      </Card>
      {isImporting && (
        <ImportFileDrawer
          onClose={() => {
            setIsImporting(false);
          }}
        />
      )}
      {opened !== undefined && (
        <DeviceDrawer
          device={opened}
          onClose={() => {
            void setOpenedId(null);
          }}
        />
      )}
    </div>
  );
}
