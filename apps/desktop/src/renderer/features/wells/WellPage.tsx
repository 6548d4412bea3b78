/** A well: its last readings, its chart, and what stands there. */
import { PRODUCTS, VOLUME_FIELDS } from '@wellpulse/contracts';
import { addDays } from '@wellpulse/domain';
import {
  Badge,
  Button,
  buttonClass,
  Skeleton,
  useWords,
  VolumeCell,
  WellStatusBadge,
  ProductMark,
} from '@wellpulse/ui';
import { UNITS } from '@wellpulse/words';
import { CalendarDays, Hourglass, PencilLine } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { KnownWell } from '../../../shared/bridge/wells.ts';
import { NoSuchWell } from '../../components/NoSuchWell.tsx';
import { PageTitle } from '../../components/PageTitle.tsx';
import { useMain } from '../../lib/queries.ts';
import { useMay } from '../../lib/session.tsx';
import { useToday } from '../../lib/use-today.ts';
import { ItemList } from '../equipment/ItemList.tsx';
import { WellChart } from './WellChart.tsx';

export function WellPage({ wellId }: { readonly wellId: string }) {
  const { data: well } = useMain('wells.get', { wellId });
  if (well === undefined) return <Skeleton className="h-96" />;
  return well === null ? <NoSuchWell /> : <Well well={well} />;
}

function Well({ well }: { readonly well: KnownWell }) {
  const words = useWords();
  const { fieldWords, productionTexts, equipmentTexts } = words;
  const today = useToday();
  const mayEnter = useMay('ENTER');
  const newest = well.pluggedOn !== null && well.pluggedOn < today ? well.pluggedOn : today;
  return (
    <div className="flex flex-col gap-5">
      <PageTitle
        title={well.name}
        back={{ href: '/', label: fieldWords.backToRoute }}
        below={[well.lease, well.apiNumber, well.route].filter((part) => part !== null).join(' · ')}
      >
        <WellStatusBadge status={well.status} />
      </PageTitle>
      {well.pluggedOn !== null && (
        <p className="rounded-xl bg-unknown-soft px-5 py-3 text-unknown">
          {productionTexts.pluggedOn(words.formatDayWithYear(well.pluggedOn))}
        </p>
      )}
      {mayEnter && (
        <div className="flex flex-wrap gap-5">
          <Link
            href={`/wells/${well.id}/${newest}`}
            className={buttonClass({ variant: 'primary', size: 'field' })}
          >
            <PencilLine aria-hidden className="size-6" />
            {productionTexts.enterReading}
          </Link>
          <Link href={`/wells/${well.id}/week`} className={buttonClass({ size: 'field' })}>
            <CalendarDays aria-hidden className="size-6" />
            {productionTexts.sevenDays}
          </Link>
        </div>
      )}
      <WellChart well={well} />
      <Readings wellId={well.id} newest={newest} />
      <section aria-label={equipmentTexts.equipment} className="flex flex-col gap-5">
        <h2 className="text-xl font-bold">{equipmentTexts.equipment}</h2>
        <ItemList well={well} />
      </section>
    </div>
  );
}

const DAYS = 31;
/** So many are shown until somebody wants more: what stands at the well is below them. */
const FIRST_SHOWN = 7;

function Readings({ wellId, newest }: { readonly wellId: string; readonly newest: string }) {
  const words = useWords();
  const { fieldWords } = words;
  const today = useToday();
  const [isWhole, setWhole] = useState(false);
  const { data: readings } = useMain('records.production', {
    wellId,
    from: addDays(newest, 1 - DAYS),
    to: newest,
  });
  return (
    <section aria-label={fieldWords.lastReadings} className="flex flex-col gap-5">
      <h2 className="text-xl font-bold">{fieldWords.lastReadings}</h2>
      {readings?.length === 0 && <p className="text-ink-muted">{fieldWords.noReadings}</p>}
      <ul className="flex flex-col gap-5">
        {readings?.slice(0, isWhole ? DAYS : FIRST_SHOWN).map((reading) => (
          <li key={reading.productionDate}>
            <Link
              href={`/wells/${wellId}/${reading.productionDate}`}
              aria-label={fieldWords.readReading(words.formatDay(reading.productionDate))}
              className="flex min-h-15 flex-wrap items-center gap-5 rounded-xl border border-line bg-surface px-5 py-3 text-lg"
            >
              <span className="grow font-semibold first-letter:uppercase">
                {words.formatDayRelative(reading.productionDate, today)}
              </span>
              {reading.isPending && (
                <Badge tone="attention" icon={<Hourglass aria-hidden />}>
                  {fieldWords.notSentYet}
                </Badge>
              )}
              {PRODUCTS.map((product) => (
                <span key={product} className="flex min-w-36 items-center justify-end gap-2">
                  <ProductMark product={product} hideName />
                  <VolumeCell value={reading[VOLUME_FIELDS[product]]} unit={UNITS[product]} />
                </span>
              ))}
            </Link>
          </li>
        ))}
      </ul>
      {!isWhole && (readings?.length ?? 0) > FIRST_SHOWN && (
        <Button
          size="field"
          className="self-start"
          onClick={() => {
            setWhole(true);
          }}
        >
          {words.deskWords.showMore}
        </Button>
      )}
    </section>
  );
}
