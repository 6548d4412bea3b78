'use client';

import type { CostTotal } from '@wellpulse/contracts';
import { addDays } from '@wellpulse/domain';
import { BarList, Card, EmptyState, SegmentedControl, Skeleton } from '@wellpulse/ui';
import { CircleDollarSign } from 'lucide-react';
import { Link } from '../../components/Link.tsx';
import { parseAsStringLiteral, useQueryStates } from 'nuqs';
import { ExportButton } from '../../components/ExportButton.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { words } from '../../lib/language.ts';
import { counted } from '../../lib/words.ts';
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
      aria-label="Cost of the last 12 months"
      title="Cost of the last 12 months"
      description={
        query.data === undefined
          ? 'Loading'
          : `${words.formatCostTotal(query.data.cost)} in ${counted(query.data.entries, 'log entry', 'log entries')}`
      }
      actions={
        <>
          <SegmentedControl<By>
            label="Cost by"
            size="sm"
            segments={[
              { value: 'month', label: 'Month' },
              { value: 'well', label: 'Well' },
              { value: 'equipment', label: 'Item' },
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
              title="No costs"
              description="They appear with the logs that name one."
            />
          ) : (
            <BarList items={shownOf(items, by).map((total) => toBar(total, by))} />
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

function toBar({ key, label, cost }: CostTotal, by: By) {
  const page = PAGES[by];
  return {
    id: key,
    value: cost,
    text: words.formatCostTotal(cost),
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
