'use client';

import type { Dashboard, RouteCompleteness } from '@wellpulse/contracts';
import type { UseQueryResult } from '@tanstack/react-query';
import { Card, EmptyState, Skeleton } from '@wellpulse/ui';
import { ListChecks } from 'lucide-react';
import { office } from '../../lib/language.ts';
import { Loaded } from '../../components/Loaded.tsx';
import { RouteProgress } from './RouteProgress.tsx';

const texts = office.home;

export function CompletenessCard({ query }: { query: UseQueryResult<Dashboard> }) {
  return (
    <Card title={texts.byRoute} flush className="min-h-80 lg:h-96">
      <Loaded query={query} loading={<Loading />}>
        {({ routes, date }) => (routes.length === 0 ? <NoRoutes /> : <Routes routes={routes} date={date} />)}
      </Loaded>
    </Card>
  );
}

function Routes({ routes, date }: { routes: readonly RouteCompleteness[]; date: string }) {
  return (
    <ul className="relative divide-y divide-line overflow-y-auto">
      {routes.map((route) => (
        <RouteProgress key={route.route ?? ''} route={route} date={date} />
      ))}
    </ul>
  );
}

const NoRoutes = () => (
  <EmptyState
    icon={<ListChecks aria-hidden />}
    title={texts.noActiveWells}
    description={texts.noActiveWellsHint}
    className="my-auto"
  />
);

const Loading = () => (
  <div className="flex flex-col gap-5 p-4">
    {['first', 'second', 'third'].map((line) => (
      <Skeleton key={line} className="h-12" />
    ))}
  </div>
);
