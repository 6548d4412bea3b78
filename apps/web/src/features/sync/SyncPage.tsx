'use client';

/** The devices that people carry, and how their entries come in. */
import { Button, Card, DataTable, EmptyState, ErrorState, PageHeader } from '@wellpulse/ui';
import { FileLock2, Smartphone } from 'lucide-react';
import { useQueryState } from 'nuqs';
import { useState } from 'react';
import { ExportButton } from '../../components/ExportButton.tsx';
import { problemWords } from '../../lib/problem-words.ts';
import { parseAsUuid } from '../../lib/url-parsers.ts';
import { useNow } from '../../lib/use-now.ts';
import { counted } from '../../lib/words.ts';
import { useSession } from '../../components/SessionProvider.tsx';
import { ImportFileDrawer } from '../sync-file/ImportFileDrawer.tsx';
import { useDeviceColumns } from './device-columns.tsx';
import { deviceExport } from './device-export.ts';
import { DeviceDrawer } from './DeviceDrawer.tsx';
import { byAttention } from './device-health.ts';
import { useDevices } from '../../queries/device-queries.ts';

export function SyncPage() {
  const { may } = useSession();
  const now = useNow();
  const query = useDevices();
  const columns = useDeviceColumns(now);
  const [openedId, setOpenedId] = useQueryState('device', parseAsUuid);
  const [isImporting, setIsImporting] = useState(false);
  const devices = byAttention(query.data ?? [], now);
  const loadAll = async () =>
    byAttention((await query.refetch({ throwOnError: true })).data ?? [], new Date());
  const opened = devices.find(({ id }) => id === openedId);
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title="Sync"
        description={`${may('MANAGE') ? 'The devices of everybody' : 'Your devices'}${query.data === undefined ? '' : ` · ${counted(devices.length, 'device')}`}`}
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
                Import a .wellpulse file
              </Button>
            )}
          </>
        }
      />
      <Card flush>
        <DataTable
          label="Devices"
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
              <EmptyState
                icon={<Smartphone aria-hidden />}
                title="No devices yet"
                description="A laptop or phone appears here when somebody signs in with the WellPulse app on it for the first time."
              />
            ) : (
              <ErrorState
                problem={problemWords(query.error)}
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
