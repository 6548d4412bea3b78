'use client';

/** The day at a glance: who has entered, what was produced, what is off, and what comes in. */
import { PageHeader } from '@wellpulse/ui';
import { parseAsString, useQueryStates } from 'nuqs';
import { DayPicker } from '../../components/filters/DayPicker.tsx';
import { RouteFilter } from '../../components/filters/RouteFilter.tsx';
import { office, words } from '../../lib/language.ts';
import { parseAsDay } from '../../lib/url-parsers.ts';
import { useSession } from '../../components/SessionProvider.tsx';
import { MaintenanceDueCard } from '../maintenance/MaintenanceDueCard.tsx';
import { ActivityCard } from './ActivityCard.tsx';
import { CompletenessCard } from './CompletenessCard.tsx';
import { EnteredBadge } from './EnteredBadge.tsx';
import { MapCard } from './MapCard.tsx';
import { OpenAlertsCard } from './OpenAlertsCard.tsx';
import { TotalsRow } from './TotalsRow.tsx';
import { SettledChip } from '../conflicts/SettledChip.tsx';
import { SyncNotice } from '../sync/SyncNotice.tsx';
import { useDashboard } from '../../queries/dashboard-queries.ts';

const texts = office.home;

const filters = { date: parseAsDay, route: parseAsString };

export function HomePage() {
  const { today } = useSession();
  const [{ date, route }, setFilters] = useQueryStates(filters);
  const day = date !== null && date <= today ? date : today;
  const dashboard = useDashboard(day, route);
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={day === today ? texts.today(words.formatDayHeading(day)) : words.formatDayHeading(day)}
        badge={
          <>
            <EnteredBadge dashboard={dashboard.data} />
            <SyncNotice />
            <SettledChip />
          </>
        }
        actions={
          <>
            <RouteFilter
              route={route}
              onRouteChange={(chosen) => {
                void setFilters({ route: chosen });
              }}
            />
            <DayPicker
              label={texts.day}
              day={day}
              today={today}
              onDayChange={(chosen) => {
                void setFilters({ date: chosen === today ? null : chosen });
              }}
            />
          </>
        }
      />
      <TotalsRow query={dashboard} route={route} />
      <div className="grid gap-4 lg:grid-cols-2">
        <CompletenessCard query={dashboard} />
        <OpenAlertsCard route={route} />
        <MapCard day={day} route={route} />
        <ActivityCard key={route} route={route} />
        <MaintenanceDueCard route={route} />
      </div>
    </div>
  );
}
