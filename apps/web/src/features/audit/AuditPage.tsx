'use client';

import type { AuditEvent } from '@wellpulse/contracts';
import { Card, EmptyState, PageHeader } from '@wellpulse/ui';
import { ScrollText } from 'lucide-react';
import { useState } from 'react';
import { office } from '../../lib/language.ts';
import { ExportButton } from '../../components/ExportButton.tsx';
import { InfiniteTable } from '../../components/InfiniteTable.tsx';
import { useAuditColumns } from './audit-columns.tsx';
import { AUDIT_EXPORT } from './audit-export.ts';
import { useAuditFilters } from './audit-filters.ts';
import { loadAllAuditEvents, useAuditEvents } from '../../queries/audit-queries.ts';
import { AuditFilterBar } from './AuditFilterBar.tsx';
import { EventDrawer } from './EventDrawer.tsx';

const texts = office.audit;

export function AuditPage() {
  const filters = useAuditFilters();
  const events = useAuditEvents(filters.query);
  const columns = useAuditColumns();
  const [opened, setOpened] = useState<AuditEvent | null>(null);
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={office.pages.names.audit}
        description={texts.about}
        actions={
          <ExportButton name="audit" columns={AUDIT_EXPORT} load={() => loadAllAuditEvents(filters.query)} />
        }
      />
      <AuditFilterBar {...filters} />
      <Card flush>
        <InfiniteTable
          label={texts.events}
          query={events}
          columns={columns}
          itemId={({ eventId }) => eventId}
          sort={{ id: 'sequence', desc: filters.filters.order === 'desc' }}
          onSortChange={({ desc }) => {
            filters.setFilters({ order: desc ? 'desc' : 'asc' });
          }}
          onRowClick={setOpened}
          selectedId={opened?.eventId ?? null}
          maxHeight="calc(100dvh - 15rem)"
          empty={
            <EmptyState
              icon={<ScrollText aria-hidden />}
              title={texts.noMatch}
              description={texts.noMatchHint}
            />
          }
        />
      </Card>
      {opened !== null && (
        <EventDrawer
          event={opened}
          onClose={() => {
            setOpened(null);
          }}
        />
      )}
    </div>
  );
}
