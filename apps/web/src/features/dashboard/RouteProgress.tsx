'use client';

import type { RouteCompleteness } from '@wellpulse/contracts';
import { cx, Progress } from '@wellpulse/ui';
import { ChevronRight, CircleCheck } from 'lucide-react';
import { Link } from '../../components/Link.tsx';
import { useState } from 'react';
import { office, words } from '../../lib/language.ts';
import { useSession } from '../../components/SessionProvider.tsx';

const texts = office.home;

export interface RouteProgressProps {
  readonly route: RouteCompleteness;
  readonly date: string;
}

/** One route: how far it is, who drives it, and which wells are missing. */
export function RouteProgress({ route, date }: RouteProgressProps) {
  const { tenant } = useSession();
  const [isOpen, setIsOpen] = useState(false);
  const { entered, expected, missing, operators, lastEntryAt } = route;
  const name = route.route ?? words.listWords.noRoute;
  const isComplete = missing.length === 0;
  return (
    <li className="px-4 py-3">
      <div className="flex items-baseline gap-3">
        <h3 className="min-w-0 truncate text-sm font-medium">{name}</h3>
        <span className="min-w-0 flex-1 truncate text-xs text-ink-subtle">{operators.join(', ')}</span>
        <span className="num shrink-0 text-sm text-ink-muted">
          {texts.enteredOf(
            <span key="entered" className="font-semibold text-ink">
              {entered}
            </span>,
            expected,
          )}
        </span>
      </div>
      <Progress
        label={texts.routeEntered(name)}
        value={entered}
        max={expected}
        tone={isComplete ? 'good' : 'accent'}
        className="my-2"
      />
      <div className="flex items-center justify-between gap-3 text-xs text-ink-subtle">
        {isComplete ? (
          <span className="inline-flex items-center gap-1 text-good">
            <CircleCheck aria-hidden className="size-3.5" />
            {texts.allEntered}
          </span>
        ) : (
          <button
            type="button"
            aria-expanded={isOpen}
            onClick={() => {
              setIsOpen(!isOpen);
            }}
            className="-ml-1 inline-flex min-h-6 items-center gap-0.5 rounded-sm text-ink-muted hover:text-ink"
          >
            <ChevronRight
              aria-hidden
              className={cx('size-3.5 transition-transform', isOpen && 'rotate-90')}
            />
            {texts.notEntered(missing.length)}
          </button>
        )}
        {lastEntryAt !== null && (
          <span>{texts.lastEntry(words.formatTime(lastEntryAt, tenant.timeZone))}</span>
        )}
      </div>
      {isOpen && !isComplete && <MissingWells missing={missing} date={date} />}
    </li>
  );
}

function MissingWells({ missing, date }: { missing: RouteCompleteness['missing']; date: string }) {
  const { may } = useSession();
  return (
    <ul className="mt-2 flex flex-wrap gap-1.5">
      {missing.map(({ wellId, wellName }) => (
        <li key={wellId}>
          <Link
            href={may('ENTER') ? `/wells/${wellId}/entry?date=${date}` : `/wells/${wellId}`}
            className="inline-flex min-h-6 items-center rounded-md border border-line bg-surface px-2 text-xs text-ink-muted hover:bg-hover hover:text-ink"
          >
            {wellName}
          </Link>
        </li>
      ))}
    </ul>
  );
}
