import type { ReactNode } from 'react';
import { Sparkline, type SparklineProps } from './Sparkline.tsx';
import { cx } from '../../lib/cx.ts';
import { Change, type ChangeProps } from './Change.tsx';
import { Skeleton } from './Skeleton.tsx';

export interface StatProps {
  label: ReactNode;
  /** Already formatted. */
  value: ReactNode;
  unit?: string;
  changes?: readonly ChangeProps[];
  /** Oldest first. */
  trend?: SparklineProps['values'];
  trendTone?: SparklineProps['tone'];
  loading?: boolean;
  className?: string;
}

/** One figure of a dashboard with where it comes from: its change and its recent course. */
export function Stat({
  label,
  value,
  unit,
  changes = [],
  trend,
  trendTone,
  loading = false,
  className,
}: StatProps) {
  return (
    <div
      className={cx(
        'flex min-w-0 flex-col gap-1 rounded-xl border border-line bg-surface p-4 shadow-card',
        className,
      )}
    >
      <div className="text-sm text-ink-muted">{label}</div>
      <div className="flex items-end justify-between gap-3">
        {loading ? (
          <Skeleton className="my-1 h-6 w-28" />
        ) : (
          <div className="num min-w-0 text-2xl font-semibold tracking-tight text-ink">
            {value}
            {unit !== undefined && (
              <span className="ml-1 text-sm font-normal tracking-normal text-ink-subtle">{unit}</span>
            )}
          </div>
        )}
        {trend !== undefined && !loading && (
          <Sparkline values={trend} {...(trendTone === undefined ? {} : { tone: trendTone })} />
        )}
      </div>
      {(changes.length > 0 || loading) && (
        <div className="flex min-h-4 flex-wrap gap-x-3 gap-y-0.5">
          {loading ? (
            <Skeleton className="h-3.5 w-24" />
          ) : (
            changes.map((change, position) => <Change key={position} {...change} />)
          )}
        </div>
      )}
    </div>
  );
}
