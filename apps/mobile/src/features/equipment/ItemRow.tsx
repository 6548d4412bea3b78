import { useWords } from '@wellpulse/forms';
import type { KnownItem } from '@wellpulse/offline';
import type { Href } from 'expo-router';
import { WayRow } from '../../components/lists/WayRow.tsx';
import { ItemBadges } from './ItemBadges.tsx';

export interface ItemRowProps {
  readonly item: KnownItem;
  readonly withWell: boolean;
  readonly href: Href;
}

/** An item in a list. */
export function ItemRow({ item, withWell, href }: ItemRowProps) {
  const { equipmentName } = useWords();
  const made = [item.manufacturer, item.model].filter((part) => part !== null).join(' ');
  return (
    <WayRow
      href={href}
      title={equipmentName(item)}
      below={[withWell ? item.wellName : null, item.assetTag, made === '' ? null : made]}
    >
      <ItemBadges status={item.status} due={item.due} isPending={item.isPending} />
    </WayRow>
  );
}
