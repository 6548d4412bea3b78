'use client';

import type { CostTotal } from '@wellpulse/contracts';
import { addDays } from '@wellpulse/domain';
import { BarList, Card, EmptyState, SegmentedControl, Skeleton, useWords } from '@wellpulse/ui';
import { CircleDollarSign } from 'lucide-react';
import { Link } from '../../components/Link.tsx';
import { parseAsStringLiteral, useQueryStates } from 'nuqs';
import { ExportButton } from '../../components/ExportButton.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import type { Words } from '@wellpulse/words';
import { useSession } from '../../components/SessionProvider.tsx';
import { costExport } from './maintenance-export.ts';
import { useCosts } from '../../queries/maintenance-queries.ts';

const BY = ['month', 'well', 'equipment'] as const;
type By = (typeof BY)[number];
const parsers = { costs: parseAsStringLiteral(BY).withDefault('month') };

const YEAR_IN_DAYS = 365;
const SHOWN = 12;

/** What maintenance cost in the last year. */
export function CostsCard({ wellId }: { wellId: string | null }) {
  const words = useWords();
  const { maintenanceTexts, controlTexts } = words;
  const { today } = useSession();
  const [{ costs: by }, setBy] = useQueryStates(parsers);
  const query = useCosts({
    by,
    from: addDays(today, 1 - YEAR_IN_DAYS),
    to: today,
    ...(wellId === null ? {} : { wellId }),
  });
  return (
    <Card
      aria-label={maintenanceTexts.costTitle}
      title={maintenanceTexts.costTitle}
      description={
        query.data === undefined
          ? controlTexts.loading
          : maintenanceTexts.costOf(words.formatCostTotal(query.data.cost), query.data.entries)
      }
      actions={
        <>
          <SegmentedControl<By>
            label={maintenanceTexts.costBy}
            size="sm"
            segments={[
              { value: 'month', label: maintenanceTexts.month },
              { value: 'well', label: maintenanceTexts.well },
              { value: 'equipment', label: maintenanceTexts.item },
            ]}
            value={by}
            onValueChange={(chosen) => void setBy({ costs: chosen })}
          />
          <ExportButton
            size="sm"
            name={`maintenance-cost-by-${by}`}
            columns={costExport(by)}
            load={async () => (await query.refetch({ throwOnError: true })).data?.items ?? []}
          />
        </>
      }
      className="min-h-96"
    >
      <Loaded query={query} loading={<Skeleton className="h-48" />}>
        {({ items, cost }) =>
          cost === 0 ? (
            <EmptyState
              icon={<CircleDollarSign aria-hidden />}
              title={maintenanceTexts.noCosts}
              description={maintenanceTexts.noCostsHint}
            />
          ) : (
            <BarList items={shownOf(items, by).map((total) => toBar(words, total, by))} />
          )
        }
      </Loaded>
    </Card>
  );
}

/** Months come in their order, and the newest count; wells and items come with the dearest first. */
const shownOf = (items: readonly CostTotal[], by: By): CostTotal[] =>
  by === 'month' ? items.slice(-SHOWN).reverse() : items.filter(({ cost }) => cost > 0).slice(0, SHOWN);

const PAGES: Readonly<Record<By, string | null>> = { month: null, well: '/wells', equipment: '/equipment' };

function toBar({ formatCostTotal }: Words, { key, label, cost }: CostTotal, by: By) {
  const page = PAGES[by];
  return {
    id: key,
    value: cost,
    text: formatCostTotal(cost),
    label:
      page === null ? (
        label
      ) : (
        <Link href={`${page}/${key}`} className="hover:underline">
          {label}
        </Link>
      ),
  };
}
