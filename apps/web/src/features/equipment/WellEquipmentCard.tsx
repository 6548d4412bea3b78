'use client';

import type { EquipmentItem, Well } from '@wellpulse/contracts';
import { daysBetween } from '@wellpulse/domain';
import { Button, Card, DueBadge, EmptyState, EquipmentStatusBadge, Skeleton, useWords } from '@wellpulse/ui';
import { Cog, Plus } from 'lucide-react';
import { Link } from '../../components/Link.tsx';
import { useState } from 'react';
import { Loaded } from '../../components/Loaded.tsx';
import { useSession } from '../../components/SessionProvider.tsx';
import { useSomeEquipment } from '../../queries/equipment-queries.ts';
import { ItemFormDrawer } from './ItemFormDrawer.tsx';

const SHOWN = '12';

/** What stands at a well, and what of it is due. */
export function WellEquipmentCard({ well }: { well: Well }) {
  const words = useWords();
  const { equipmentTexts, controlTexts } = words;
  const { may } = useSession();
  const query = useSomeEquipment({ wellId: well.id, sort: 'nextMaintenanceDate' }, SHOWN);
  const [isAdding, setIsAdding] = useState(false);
  const addButton = may('ENTER') && well.status !== 'PLUGGED' && (
    <Button
      icon={<Plus aria-hidden />}
      onClick={() => {
        setIsAdding(true);
      }}
    >
      {equipmentTexts.addEquipment}
    </Button>
  );
  return (
    <Card
      flush
      title={equipmentTexts.equipment}
      description={query.data === undefined ? controlTexts.loading : equipmentTexts.items(query.data.total)}
      actions={addButton}
    >
      <Loaded query={query} loading={<Skeleton className="m-4 h-24" />}>
        {({ items, total }) =>
          items.length === 0 ? (
            <EmptyState
              icon={<Cog aria-hidden />}
              title={equipmentTexts.none}
              description={equipmentTexts.noneAtWell}
            />
          ) : (
            <>
              <ul aria-label={equipmentTexts.equipmentOf(well.name)} className="divide-y divide-line">
                {items.map((item) => (
                  <ItemRow key={item.id} item={item} />
                ))}
              </ul>
              {total > items.length && (
                <Link
                  href={`/equipment?well=${well.id}`}
                  className="border-t border-line px-4 py-2.5 text-xs font-medium text-accent-text hover:underline"
                >
                  {equipmentTexts.allOfWell(total)}
                </Link>
              )}
            </>
          )
        }
      </Loaded>
      {isAdding && (
        <ItemFormDrawer
          item={null}
          wellId={well.id}
          onClose={() => {
            setIsAdding(false);
          }}
        />
      )}
    </Card>
  );
}

function ItemRow({ item }: { item: EquipmentItem }) {
  const words = useWords();
  const { today } = useSession();
  const { dueStatus, nextMaintenanceDate } = item;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5 text-sm">
      <Link href={`/equipment/${item.id}`} className="min-w-0 flex-1 basis-52 truncate hover:underline">
        <span className="font-medium">{words.equipmentTypeNames[item.equipmentType]}</span>{' '}
        <span className="text-ink-muted">{item.serialNumber}</span>
      </Link>
      <span className="flex flex-wrap items-center gap-1.5">
        <EquipmentStatusBadge status={item.status} />
        {dueStatus !== null && nextMaintenanceDate !== null && (
          <DueBadge status={dueStatus} daysLeft={daysBetween(today, nextMaintenanceDate)} />
        )}
      </span>
    </li>
  );
}
