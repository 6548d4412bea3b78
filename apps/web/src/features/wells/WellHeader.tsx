'use client';

import type { Well } from '@wellpulse/contracts';
import {
  Breadcrumbs,
  Button,
  buttonClass,
  CopyButton,
  Drawer,
  DropdownMenu,
  IconButton,
  MenuItem,
  PageHeader,
  StatusBadge,
} from '@wellpulse/ui';
import { Ellipsis, Pencil, Plus, Table2, Trash2 } from 'lucide-react';
import { Link } from '../../components/Link.tsx';
import { useState } from 'react';
import { Fact } from '../../components/Fact.tsx';
import { words } from '../../lib/language.ts';
import { EntryPanel } from '../production/entry/EntryPanel.tsx';
import { useSeries } from '../../queries/production-queries.ts';
import { useSession } from '../../components/SessionProvider.tsx';
import { DeleteWellDialog } from './DeleteWellDialog.tsx';
import { WellFormDrawer } from './WellFormDrawer.tsx';

type Opened = 'ENTRY' | 'EDIT' | 'DELETE' | null;

export function WellHeader({ well }: { well: Well }) {
  const { may, today } = useSession();
  const [opened, setOpened] = useState<Opened>(null);
  const close = () => {
    setOpened(null);
  };
  const takesEntries = may('ENTER');
  return (
    <>
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            links={[
              <Link key="wells" href="/wells">
                Wells
              </Link>,
            ]}
            current={well.name}
          />
        }
        title={well.name}
        badge={<StatusBadge status={well.status} />}
        description={<WellFacts well={well} />}
        actions={
          <>
            {(may('MANAGE') || may('ADMINISTER')) && (
              <DropdownMenu
                trigger={
                  <IconButton label="More about this well" variant="secondary" tooltip={false}>
                    <Ellipsis aria-hidden />
                  </IconButton>
                }
              >
                <MenuItem
                  icon={<Pencil aria-hidden />}
                  onSelect={() => {
                    setOpened('EDIT');
                  }}
                >
                  Edit well
                </MenuItem>
                {may('ADMINISTER') && (
                  <MenuItem
                    danger
                    icon={<Trash2 aria-hidden />}
                    onSelect={() => {
                      setOpened('DELETE');
                    }}
                  >
                    Delete well
                  </MenuItem>
                )}
              </DropdownMenu>
            )}
            {takesEntries && (
              <>
                <Link href={`/wells/${well.id}/bulk`} className={buttonClass()}>
                  <Table2 aria-hidden className="size-4" />7 days
                </Link>
                <Button
                  variant="primary"
                  icon={<Plus aria-hidden />}
                  onClick={() => {
                    setOpened('ENTRY');
                  }}
                >
                  Enter reading
                </Button>
              </>
            )}
          </>
        }
      />
      {opened === 'EDIT' && <WellFormDrawer well={well} onClose={close} />}
      {opened === 'DELETE' && <DeleteWellDialog well={well} onClose={close} />}
      <Drawer
        open={opened === 'ENTRY'}
        onOpenChange={close}
        title="Enter reading"
        description={well.name}
        size="lg"
      >
        <EntryPanel well={well} initialDate={well.pluggedOn ?? today} onSaved={close} onCancel={close} />
      </Drawer>
    </>
  );
}

function WellFacts({ well }: { well: Well }) {
  const { today } = useSession();
  const { data: series } = useSeries(well.id, {});
  const lastDay = series?.dates.at(-1);
  const { latitude, longitude } = well;
  const position = latitude === null || longitude === null ? null : `${latitude}, ${longitude}`;
  return (
    <dl className="flex flex-wrap items-center gap-x-5 gap-y-1">
      <Fact label="API">
        <span className="num">{well.apiNumber}</span>
        <CopyButton text={well.apiNumber} what="API number" />
      </Fact>
      {well.route !== null && <Fact label="Route">{well.route}</Fact>}
      {well.lease !== null && <Fact label="Lease">{well.lease}</Fact>}
      {well.field !== null && <Fact label="Field">{well.field}</Fact>}
      <Fact label="Last entry">
        {/* As wide as most days, so that what follows stays where it is when the day is known. */}
        <span className="inline-block min-w-20">
          {series === undefined
            ? '…'
            : lastDay === undefined
              ? 'Never'
              : words.formatDayRelative(lastDay, today)}
        </span>
      </Fact>
      {position !== null && (
        <Fact label="Position">
          <span className="num">{position}</span>
          <CopyButton text={position} what="position" />
        </Fact>
      )}
    </dl>
  );
}
