'use client';

import { compareNames } from '@wellpulse/domain';
import { Select, useWords } from '@wellpulse/ui';
import { useRoutes } from '../../queries/well-queries.ts';

export interface RouteFilterProps {
  /** Null for all routes. */
  readonly route: string | null;
  readonly onRouteChange: (route: string | null) => void;
}

/** Route names come from people, so none of them may mean "all": they carry a mark in front. */
const ALL = 'all';
const marked = (route: string) => `=${route}`;

export function RouteFilter({ route, onRouteChange }: RouteFilterProps) {
  const { listWords } = useWords();
  const { data = [] } = useRoutes();
  const names = data.map((entry) => entry.route);
  // A route in the URL is shown even before the list is there, or if it is gone from it.
  if (route !== null && !names.includes(route)) names.push(route);
  names.sort(compareNames);
  return (
    <div className="w-44">
      <Select
        aria-label={listWords.route}
        value={route === null ? ALL : marked(route)}
        onValueChange={(chosen) => {
          onRouteChange(chosen === ALL ? null : chosen.slice(1));
        }}
        options={[
          { value: ALL, label: listWords.allRoutes },
          ...names.map((name) => ({ value: marked(name), label: name })),
        ]}
      />
    </div>
  );
}
