'use client';

import type { EquipmentItem } from '@wellpulse/contracts';
import {
  Breadcrumbs,
  Button,
  CopyButton,
  DropdownMenu,
  IconButton,
  MenuItem,
  PageHeader,
} from '@wellpulse/ui';
import { Ellipsis, History, Pencil, Trash2, Wrench } from 'lucide-react';
import { Link } from '../../components/Link.tsx';
import { useState } from 'react';
import { Fact } from '../../components/Fact.tsx';
import { words } from '../../lib/language.ts';
import { useSession } from '../../components/SessionProvider.tsx';
import { DeleteItemDialog } from './DeleteItemDialog.tsx';
import { ItemFormDrawer } from './ItemFormDrawer.tsx';
import { ItemHistoryDrawer } from './ItemHistoryDrawer.tsx';
import { StatusMenu } from './StatusMenu.tsx';

type Opened = 'EDIT' | 'HISTORY' | 'DELETE' | null;

export function ItemHeader({ item, onLog }: { item: EquipmentItem; onLog: () => void }) {
  const { may } = useSession();
  const [opened, setOpened] = useState<Opened>(null);
  const close = () => {
    setOpened(null);
  };
  return (
    <>
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            links={[
              <Link key="equipment" href="/equipment">
                Equipment
              </Link>,
              <Link key="well" href={`/wells/${item.wellId}`}>
                {item.wellName}
              </Link>,
            ]}
            current={item.serialNumber}
          />
        }
        title={words.equipmentName(item)}
        badge={<StatusMenu item={item} />}
        description={<Names item={item} />}
        actions={
          <>
            <DropdownMenu
              trigger={
                <IconButton label="More about this item" variant="secondary" tooltip={false}>
                  <Ellipsis aria-hidden />
                </IconButton>
              }
            >
              <MenuItem
                icon={<History aria-hidden />}
                onSelect={() => {
                  setOpened('HISTORY');
                }}
              >
                History
              </MenuItem>
              {may('ENTER') && (
                <MenuItem
                  icon={<Pencil aria-hidden />}
                  onSelect={() => {
                    setOpened('EDIT');
                  }}
                >
                  Edit item
                </MenuItem>
              )}
              {may('MANAGE') && (
                <MenuItem
                  danger
                  icon={<Trash2 aria-hidden />}
                  onSelect={() => {
                    setOpened('DELETE');
                  }}
                >
                  Delete item
                </MenuItem>
              )}
            </DropdownMenu>
            {may('ENTER') && (
              <Button variant="primary" icon={<Wrench aria-hidden />} onClick={onLog}>
                Log maintenance
              </Button>
            )}
          </>
        }
      />
      {opened === 'EDIT' && <ItemFormDrawer item={item} onClose={close} />}
      {opened === 'HISTORY' && <ItemHistoryDrawer item={item} onClose={close} />}
      {opened === 'DELETE' && <DeleteItemDialog item={item} onClose={close} />}
    </>
  );
}

function Names({ item }: { item: EquipmentItem }) {
  const { wellId, wellName, serialNumber, assetTag, manufacturer, model, equipmentType } = item;
  const make = [manufacturer, model].filter(Boolean).join(' ');
  return (
    <dl className="flex flex-wrap items-center gap-x-5 gap-y-1">
      <Fact label="Type">{words.equipmentTypeNames[equipmentType]}</Fact>
      <Fact label="Serial number">
        <span>{serialNumber}</span>
        <CopyButton text={serialNumber} what="serial number" />
      </Fact>
      {assetTag !== null && (
        <Fact label="Asset tag">
          <span>{assetTag}</span>
          <CopyButton text={assetTag} what="asset tag" />
        </Fact>
      )}
      {make !== '' && <Fact label="Make">{make}</Fact>}
      <Fact label="Well">
        <Link href={`/wells/${wellId}`} className="font-medium text-accent-text hover:underline">
          {wellName}
        </Link>
      </Fact>
    </dl>
  );
}
