'use client';

/** The day at a glance: who has entered, what was produced, what is off, and what comes in. */
import { Checkbox, PageHeader } from '@wellpulse/ui';
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
import { useDashboard, type HomePlace } from '../../queries/dashboard-queries.ts';
import { useMyWells, type MyWells } from '../day-sheet/use-my-wells.ts';

const texts = office.home;

const filters = { date: parseAsDay, route: parseAsString };

export function HomePage() {
  const { today } = useSession();
  const [{ date, route }, setFilters] = useQueryStates(filters);
  const day = date !== null && date <= today ? date : today;
  const mine = useMyWells(route);
  const place = placeOf(route, mine);
  const dashboard = useDashboard(day, place);
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
            {mine.hasSome && (
              <Checkbox
                label={words.wellTexts.myWells}
                checked={mine.isChosen}
                onCheckedChange={mine.choose}
              />
            )}
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
      <TotalsRow query={dashboard} place={place} />
      <div className="grid gap-4 lg:grid-cols-2">
        <CompletenessCard query={dashboard} />
        <OpenAlertsCard place={place} />
        <MapCard day={day} place={place} />
        <ActivityCard key={JSON.stringify(place)} place={place} />
        <MaintenanceDueCard place={place} />
      </div>
    </div>
  );
}

/** A route that was asked for by name counts, else whether it is one's own wells alone: as on the day sheet. */
function placeOf(route: string | null, mine: MyWells): HomePlace | null {
  if (route !== null) return { route };
  if (mine.isPending) return null;
  return mine.isChosen ? { mine: 'true' } : {};
}
