/** An item of equipment: how it is, what was done to it, and when it is due. */
import { photoHashIn } from '@wellpulse/domain';
import {
  Badge,
  Button,
  buttonClass,
  DueBadge,
  EmptyState,
  EquipmentStatusBadge,
  MaintenanceTimeline,
  Skeleton,
  useWords,
} from '@wellpulse/ui';
import { ClipboardPlus, CogIcon, History, Hourglass, Pencil } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Output } from '../../../shared/bridge/contract.ts';
import { PageTitle } from '../../components/PageTitle.tsx';
import { useMain } from '../../lib/queries.ts';
import { useMay } from '../../lib/session.tsx';
import { useToday } from '../../lib/use-today.ts';
import { linkTo } from '../../lib/view-host.tsx';
import { HistoryDialog } from '../history/HistoryDialog.tsx';
import { KeptPhotos } from '../photos/KeptPhotos.tsx';

const backTo = (label: string) => ({ href: '/equipment', label });

export function ItemPage({ equipmentId }: { readonly equipmentId: string }) {
  const { data: known } = useMain('equipment.get', { equipmentId });
  return (
    <div className="flex flex-col gap-5">
      {known === undefined ? (
        <Skeleton className="h-96" />
      ) : known === null ? (
        <NoSuchItem />
      ) : (
        <Item {...known} />
      )}
    </div>
  );
}

/** In the place of an item that this laptop does not know. */
export function NoSuchItem() {
  const { equipmentTexts, fieldWords } = useWords();
  return (
    <>
      <PageTitle title={equipmentTexts.noSuchItem} back={backTo(fieldWords.backToEquipment)} />
      <EmptyState
        icon={<CogIcon />}
        title={equipmentTexts.noSuchItem}
        description={equipmentTexts.noSuchItemHint}
      />
    </>
  );
}

function Item({ item, logs }: NonNullable<Output<'equipment.get'>>) {
  const words = useWords();
  const { equipmentTexts, maintenanceTexts, fieldWords, fieldLabel, controlTexts } = words;
  const mayEnter = useMay('ENTER');
  const today = useToday();
  const [isHistory, setHistory] = useState(false);
  const name = words.equipmentName(item);
  const made = [item.manufacturer, item.model].filter((part) => part !== null).join(' ');
  const facts = [
    [fieldLabel('equipment', 'assetTag'), item.assetTag],
    [equipmentTexts.makeAndModel, made === '' ? null : made],
    [
      fieldLabel('equipment', 'installationDate'),
      item.installationDate === null ? null : words.formatDayWithYear(item.installationDate),
    ],
    [
      equipmentTexts.nextService,
      item.due === null ? null : words.formatDayWithYear(item.due.nextMaintenanceDate),
    ],
  ].filter(([, value]) => value !== null);
  return (
    <>
      <PageTitle
        title={name}
        back={backTo(fieldWords.backToEquipment)}
        below={
          <Link href={`/wells/${item.wellId}`} className="inline-flex min-h-15 items-center underline">
            {item.wellName}
          </Link>
        }
      >
        <div className="flex flex-col items-end gap-1">
          {item.isPending && (
            <Badge tone="attention" icon={<Hourglass aria-hidden />}>
              {fieldWords.notSentYet}
            </Badge>
          )}
          <EquipmentStatusBadge status={item.status} />
          {item.due !== null && <DueBadge status={item.due.dueStatus} daysLeft={item.due.daysLeft} />}
        </div>
      </PageTitle>
      <div className="flex flex-wrap gap-5">
        {mayEnter && (
          <>
            <Link
              href={`/equipment/${item.id}/log`}
              className={buttonClass({ variant: 'primary', size: 'field' })}
            >
              <ClipboardPlus aria-hidden className="size-6" />
              {maintenanceTexts.logMaintenance}
            </Link>
            <Link href={`/equipment/${item.id}/change`} className={buttonClass({ size: 'field' })}>
              <Pencil aria-hidden className="size-6" />
              {fieldWords.changeItem}
            </Link>
          </>
        )}
        <Button
          size="field"
          icon={<History aria-hidden />}
          onClick={() => {
            setHistory(true);
          }}
        >
          {controlTexts.history}
        </Button>
      </div>
      {facts.length > 0 && (
        <dl className="grid grid-cols-[repeat(auto-fit,minmax(12rem,1fr))] gap-5 rounded-xl border border-line bg-surface p-5">
          {facts.map(([label, value]) => (
            <div key={label} className="min-w-0">
              <dt className="text-sm text-ink-muted">{label}</dt>
              <dd className="text-lg font-semibold [overflow-wrap:anywhere]">{value}</dd>
            </div>
          ))}
        </dl>
      )}
      <section
        aria-label={maintenanceTexts.maintenance}
        className="flex flex-col gap-2 rounded-xl border border-line bg-surface py-5"
      >
        <h2 className="px-5 text-xl font-bold">{maintenanceTexts.maintenance}</h2>
        {logs.length === 0 ? (
          <EmptyState
            icon={<ClipboardPlus />}
            title={maintenanceTexts.nothingLogged}
            description={maintenanceTexts.logAppears}
          />
        ) : (
          <MaintenanceTimeline
            label={maintenanceTexts.maintenance}
            entries={logs.map((log) => ({
              ...log,
              createdByName: log.createdByName ?? fieldWords.colleague,
            }))}
            withItem={false}
            moment={{ today }}
            linkTo={linkTo}
            renderPhotos={(log) => (
              <KeptPhotos hashes={log.photoUrls.map(photoHashIn)} label={maintenanceTexts.photosOfEntry} />
            )}
          />
        )}
      </section>
      {isHistory && (
        <HistoryDialog
          of={{ kind: 'ITEM', equipmentId: item.id }}
          description={`${name}, ${item.wellName}`}
          onClose={() => {
            setHistory(false);
          }}
        />
      )}
    </>
  );
}
