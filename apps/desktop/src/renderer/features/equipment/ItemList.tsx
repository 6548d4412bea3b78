/** Items of equipment with their status and their next service: of a well, or of all wells by what is typed. */
import {
  Badge,
  buttonClass,
  DueBadge,
  EmptyState,
  EquipmentStatusBadge,
  Skeleton,
  useWords,
} from '@wellpulse/ui';
import { ChevronRight, Cog, Hourglass, Plus } from 'lucide-react';
import { Link } from 'wouter';
import type { DeskItem } from '../../../shared/bridge/equipment.ts';
import { useMain } from '../../lib/queries.ts';
import { useMay } from '../../lib/session.tsx';

export interface ItemListProps {
  /** Left out for all wells. */
  readonly well?: { readonly id: string; readonly name: string; readonly status: string };
  readonly text?: string;
}

export function ItemList({ well, text = '' }: ItemListProps) {
  const words = useWords();
  const { equipmentTexts, fieldWords } = words;
  const mayEnter = useMay('ENTER');
  const { data } = useMain('equipment.list', { wellId: well?.id ?? null, text });
  if (data === undefined) return <Skeleton className="h-60" />;
  const { items, total } = data;
  return (
    <>
      {mayEnter && well?.status !== 'PLUGGED' && (
        <Link
          href={well === undefined ? '/equipment/new' : `/equipment/new/${well.id}`}
          className={buttonClass({ size: 'field' }) + ' self-start'}
        >
          <Plus aria-hidden className="size-6" />
          {equipmentTexts.addEquipment}
        </Link>
      )}
      {items.length === 0 ? (
        <EmptyState
          icon={<Cog />}
          title={text === '' ? equipmentTexts.none : equipmentTexts.noneMatches}
          description={text === '' ? equipmentTexts.noneAtWell : fieldWords.noneMatchesHint}
        />
      ) : (
        <ul
          aria-label={
            well === undefined ? equipmentTexts.allEquipment : equipmentTexts.equipmentOf(well.name)
          }
          className="flex flex-col gap-5"
        >
          {items.map((item) => (
            <li key={item.id}>
              <Item item={item} withWell={well === undefined} />
            </li>
          ))}
        </ul>
      )}
      {total > items.length && (
        <p className="text-ink-muted">
          {fieldWords.firstOf(words.formatCount(items.length), words.formatCount(total))}
        </p>
      )}
    </>
  );
}

function Item({ item, withWell }: { readonly item: DeskItem; readonly withWell: boolean }) {
  const words = useWords();
  const made = [item.manufacturer, item.model].filter((part) => part !== null).join(' ');
  const below = [withWell ? item.wellName : '', item.assetTag ?? '', made].filter((part) => part !== '');
  return (
    <Link
      href={`/equipment/${item.id}`}
      className="flex min-h-15 items-center gap-5 rounded-xl border border-line bg-surface px-5 py-3 text-lg"
    >
      <span className="flex min-w-0 grow flex-col">
        <span className="font-semibold [overflow-wrap:anywhere]">{words.equipmentName(item)}</span>
        <span className="text-base text-ink-muted [overflow-wrap:anywhere]">{below.join(' · ')}</span>
      </span>
      <span className="flex flex-col items-end gap-1">
        {item.isPending && (
          <Badge tone="attention" icon={<Hourglass aria-hidden />}>
            {words.fieldWords.notSentYet}
          </Badge>
        )}
        <EquipmentStatusBadge status={item.status} />
        {item.due !== null && <DueBadge status={item.due.dueStatus} daysLeft={item.due.daysLeft} />}
      </span>
      <ChevronRight aria-hidden className="size-7 shrink-0" />
    </Link>
  );
}
