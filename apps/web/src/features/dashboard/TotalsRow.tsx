'use client';

import { PRODUCTS, type Dashboard, type Product, type ProductTotals } from '@wellpulse/contracts';
import { changePercent } from '@wellpulse/domain';
import type { UseQueryResult } from '@tanstack/react-query';
import { Change, CopyButton, ProductMark, Sparkline } from '@wellpulse/ui';
import { UNITS } from '@wellpulse/words';
import { CardSkeleton } from '../../components/CardSkeleton.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import type { HomePlace } from '../../queries/dashboard-queries.ts';
import { office, words } from '../../lib/language.ts';

const texts = office.home;

const TONES = { OIL: 'oil', GAS: 'gas', WATER: 'water' } as const;
const TOTALS_OF = { OIL: 'oil', GAS: 'gas', WATER: 'water' } as const;

export interface TotalsRowProps {
  readonly query: UseQueryResult<Dashboard>;
  readonly place: HomePlace | null;
}

export function TotalsRow({ query, place }: TotalsRowProps) {
  return (
    <section
      aria-label={
        place?.route !== undefined
          ? texts.totalsOfRoute(place.route)
          : place?.mine === undefined
            ? texts.totalsOfAll
            : texts.totalsOfMine
      }
      className="grid gap-4 md:grid-cols-3"
    >
      <Loaded
        query={query}
        loading={PRODUCTS.map((product) => (
          <CardSkeleton key={product} className="h-[7.25rem]" />
        ))}
      >
        {({ totals, entered, expected }) =>
          PRODUCTS.map((product) => (
            <TotalCard
              key={product}
              product={product}
              totals={totals[TOTALS_OF[product]]}
              isComplete={entered >= expected}
            />
          ))
        }
      </Loaded>
    </section>
  );
}

interface TotalCardProps {
  readonly product: Product;
  readonly totals: ProductTotals;
  /** Until all wells are in, the sum of those that are is compared with no mean of them all. */
  readonly isComplete: boolean;
}

function TotalCard({ product, totals, isComplete }: TotalCardProps) {
  const { today, changePercent: sinceYesterday, mean30 } = totals;
  // A day that is still being entered would look like a fall.
  const trend = isComplete ? totals.trend : totals.trend.slice(0, -1);
  return (
    <article className="group flex min-h-[7.25rem] flex-col justify-between rounded-xl border border-line bg-surface p-4 shadow-card">
      <div className="flex min-h-5 items-center justify-between">
        <h2 className="text-sm text-ink-muted">
          <ProductMark product={product} />
        </h2>
        {today !== null && (
          <span className="-my-2 opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100">
            <CopyButton
              text={String(today)}
              what={texts.totalOf(words.productNames[product].toLowerCase())}
            />
          </span>
        )}
      </div>
      <div className="flex items-end justify-between gap-3">
        <p className="num text-2xl font-semibold tracking-tight">
          {words.formatTotal(today)}
          {today !== null && (
            <span className="ml-1 text-sm font-normal tracking-normal text-ink-subtle">{UNITS[product]}</span>
          )}
        </p>
        <Sparkline values={trend} tone={TONES[product]} width={112} height={32} />
      </div>
      <p className="flex flex-wrap items-center gap-x-4 gap-y-0.5 text-xs text-ink-subtle">
        <Change percent={sinceYesterday} against={texts.yesterday} />
        {isComplete ? (
          <Change percent={changePercent(today, mean30)} against={texts.mean} />
        ) : (
          <span className="num">{texts.meanIs(`${words.formatTotal(mean30)} ${UNITS[product]}`)}</span>
        )}
      </p>
    </article>
  );
}
