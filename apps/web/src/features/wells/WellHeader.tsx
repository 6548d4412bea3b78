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
  WellStatusBadge,
  useWords,
} from '@wellpulse/ui';
import { Ellipsis, Pencil, Plus, Table2, Trash2 } from 'lucide-react';
import { Link } from '../../components/Link.tsx';
import { useState } from 'react';
import { DescriptionItem } from '../../components/DescriptionItem.tsx';
import { EntryPanel } from '../production/entry/EntryPanel.tsx';
import { useSeries } from '../../queries/production-queries.ts';
import { useSession } from '../../components/SessionProvider.tsx';
import { DeleteWellDialog } from './DeleteWellDialog.tsx';
import { WellFormDrawer } from './WellFormDrawer.tsx';

type Opened = 'ENTRY' | 'EDIT' | 'DELETE' | null;

export function WellHeader({ well }: { well: Well }) {
  const words = useWords();
  const { wellTexts } = words;
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
                {wellTexts.wells}
              </Link>,
            ]}
            current={well.name}
          />
        }
        title={well.name}
        badge={<WellStatusBadge status={well.status} />}
        description={<WellFacts well={well} />}
        actions={
          <>
            {(may('MANAGE') || may('ADMINISTER')) && (
              <DropdownMenu
                trigger={
                  <IconButton label={wellTexts.more} variant="secondary" tooltip={false}>
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
                  {wellTexts.editWell}
                </MenuItem>
                {may('ADMINISTER') && (
                  <MenuItem
                    danger
                    icon={<Trash2 aria-hidden />}
                    onSelect={() => {
                      setOpened('DELETE');
                    }}
                  >
                    {wellTexts.deleteWell}
                  </MenuItem>
                )}
              </DropdownMenu>
            )}
            {takesEntries && (
              <>
                <Link href={`/wells/${well.id}/bulk`} className={buttonClass()}>
                  <Table2 aria-hidden className="size-4" />
                  {words.productionTexts.sevenDays}
                </Link>
                <Button
                  variant="primary"
                  icon={<Plus aria-hidden />}
                  onClick={() => {
                    setOpened('ENTRY');
                  }}
                >
                  {words.productionTexts.enterReading}
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
        title={words.productionTexts.enterReading}
        description={well.name}
        size="lg"
      >
        <EntryPanel well={well} initialDate={well.pluggedOn ?? today} onSaved={close} onCancel={close} />
      </Drawer>
    </>
  );
}

function WellFacts({ well }: { well: Well }) {
  const words = useWords();
  const { wellTexts } = words;
  const { today } = useSession();
  const { data: series } = useSeries(well.id, {});
  const lastDay = series?.dates.at(-1);
  const { latitude, longitude } = well;
  const position = latitude === null || longitude === null ? null : `${latitude}, ${longitude}`;
  return (
    <dl className="flex flex-wrap items-center gap-x-5 gap-y-1">
      <DescriptionItem label="API">
        <span className="num">{well.apiNumber}</span>
        <CopyButton text={well.apiNumber} what={wellTexts.apiNumberInSentence} />
      </DescriptionItem>
      {well.route !== null && (
        <DescriptionItem label={words.fieldLabel('well', 'route')}>{well.route}</DescriptionItem>
      )}
      {well.lease !== null && (
        <DescriptionItem label={words.fieldLabel('well', 'lease')}>{well.lease}</DescriptionItem>
      )}
      {well.field !== null && (
        <DescriptionItem label={words.fieldLabel('well', 'field')}>{well.field}</DescriptionItem>
      )}
      <DescriptionItem label={wellTexts.lastEntry}>
        {/* As wide as most days, so that what follows stays where it is when the day is known. */}
        <span className="inline-block min-w-20">
          {series === undefined
            ? '…'
            : lastDay === undefined
              ? wellTexts.never
              : words.formatDayRelative(lastDay, today)}
        </span>
      </DescriptionItem>
      {position !== null && (
        <DescriptionItem label={wellTexts.position}>
          <span className="num">{position}</span>
          <CopyButton text={position} what={words.controlTexts.position} />
        </DescriptionItem>
      )}
    </dl>
  );
}
