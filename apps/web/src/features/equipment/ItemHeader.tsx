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
  useWords,
} from '@wellpulse/ui';
import { Ellipsis, History, Pencil, Trash2, Wrench } from 'lucide-react';
import { Link } from '../../components/Link.tsx';
import { useState } from 'react';
import { DescriptionItem } from '../../components/DescriptionItem.tsx';
import { useSession } from '../../components/SessionProvider.tsx';
import { DeleteItemDialog } from './DeleteItemDialog.tsx';
import { ItemFormDrawer } from './ItemFormDrawer.tsx';
import { ItemHistoryDrawer } from './ItemHistoryDrawer.tsx';
import { StatusMenu } from './StatusMenu.tsx';

type Opened = 'EDIT' | 'HISTORY' | 'DELETE' | null;

export function ItemHeader({ item, onLog }: { item: EquipmentItem; onLog: () => void }) {
  const words = useWords();
  const { equipmentTexts, controlTexts } = words;
  const { may, user } = useSession();
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
                {equipmentTexts.equipment}
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
                <IconButton label={equipmentTexts.more} variant="secondary" tooltip={false}>
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
                {controlTexts.history}
              </MenuItem>
              {may('ENTER') && (
                <MenuItem
                  icon={<Pencil aria-hidden />}
                  onSelect={() => {
                    setOpened('EDIT');
                  }}
                >
                  {equipmentTexts.editItem}
                </MenuItem>
              )}
              {(may('MANAGE') || (may('ENTER') && item.createdBy === user.id)) && (
                <MenuItem
                  danger
                  icon={<Trash2 aria-hidden />}
                  onSelect={() => {
                    setOpened('DELETE');
                  }}
                >
                  {equipmentTexts.deleteItem}
                </MenuItem>
              )}
            </DropdownMenu>
            {may('ENTER') && (
              <Button variant="primary" icon={<Wrench aria-hidden />} onClick={onLog}>
                {equipmentTexts.logMaintenance}
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
  const words = useWords();
  const { equipmentTexts } = words;
  const { wellId, wellName, serialNumber, assetTag, manufacturer, model, equipmentType } = item;
  const make = [manufacturer, model].filter(Boolean).join(' ');
  return (
    <dl className="flex flex-wrap items-center gap-x-5 gap-y-1">
      <DescriptionItem label={words.fieldLabel('equipment', 'equipmentType')}>
        {words.equipmentTypeNames[equipmentType]}
      </DescriptionItem>
      <DescriptionItem label={words.fieldLabel('equipment', 'serialNumber')}>
        <span>{serialNumber}</span>
        <CopyButton text={serialNumber} what={equipmentTexts.serialNumberInSentence} />
      </DescriptionItem>
      {assetTag !== null && (
        <DescriptionItem label={words.fieldLabel('equipment', 'assetTag')}>
          <span>{assetTag}</span>
          <CopyButton text={assetTag} what={equipmentTexts.assetTagInSentence} />
        </DescriptionItem>
      )}
      {make !== '' && <DescriptionItem label={equipmentTexts.make}>{make}</DescriptionItem>}
      <DescriptionItem label={words.fieldLabel('equipment', 'wellId')}>
        <Link href={`/wells/${wellId}`} className="font-medium text-accent-text hover:underline">
          {wellName}
        </Link>
      </DescriptionItem>
    </dl>
  );
}
