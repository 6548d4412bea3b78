'use client';

/** All wells of a day in the order in which they are driven, to be entered without leaving the keyboard. */
import {
  Badge,
  Checkbox,
  DaySheet,
  DaySheetSkeleton,
  OtherDrafts,
  PageHeader,
  StrandedDraftList,
  useWords,
} from '@wellpulse/ui';
import { parseAsBoolean, parseAsString, useQueryStates } from 'nuqs';
import { DayPicker } from '../../components/filters/DayPicker.tsx';
import { ExportButton } from '../../components/ExportButton.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { RouteFilter } from '../../components/filters/RouteFilter.tsx';
import { parseAsDay } from '../../lib/url-parsers.ts';
import { loadDaySheet, useDaySheet } from '../../queries/production-queries.ts';
import { useSession } from '../../components/SessionProvider.tsx';
import { useUnsaved } from '../production/entry/entry-desk.tsx';
import { sheetExport } from './sheet-export.ts';
import { useMyWells } from './use-my-wells.ts';
import { useSheetHost } from './use-sheet-host.ts';
import { useStrandedDrafts } from './use-stranded-drafts.ts';

const parsers = { date: parseAsDay, route: parseAsString, missing: parseAsBoolean.withDefault(false) };

export function DaySheetPage() {
  const words = useWords();
  const { daySheetTexts, wellTexts } = words;
  const { today } = useSession();
  const [{ date, route, missing }, setFilters] = useQueryStates(parsers);
  const day = date !== null && date <= today ? date : today;
  const query = useDaySheet(day, route);
  const mine = useMyWells(route);
  const host = useSheetHost();
  const unsaved = useUnsaved();
  const stranded = useStrandedDrafts(query.data);
  const goTo = (chosen: string) => void setFilters({ date: chosen === today ? null : chosen });
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={daySheetTexts.enterDay(words.formatDayHeading(day))}
        badge={
          unsaved.length > 0 ? (
            <Badge tone="attention">{daySheetTexts.notSaved(unsaved.length)}</Badge>
          ) : undefined
        }
        actions={
          <>
            {mine.hasSome && (
              <Checkbox label={wellTexts.myWells} checked={mine.isChosen} onCheckedChange={mine.choose} />
            )}
            <Checkbox
              label={daySheetTexts.onlyMissing}
              checked={missing}
              onCheckedChange={(only) => void setFilters({ missing: only })}
            />
            <RouteFilter route={route} onRouteChange={(chosen) => void setFilters({ route: chosen })} />
            <DayPicker
              label={daySheetTexts.day}
              day={day}
              today={today}
              unsaved={unsaved}
              onDayChange={goTo}
            />
            <ExportButton
              name={`day-sheet-${day}`}
              columns={sheetExport(host.nameOf)}
              load={async () => (await loadDaySheet(day, route)).items}
            />
          </>
        }
      />
      <OtherDrafts
        places={unsaved.filter((place) => place.date !== day && !stranded.has(place))}
        onDayChosen={goTo}
      />
      <StrandedDraftList
        drafts={stranded.list}
        onDiscard={(draft) => {
          stranded.discard(draft);
        }}
      />
      <Loaded query={query} loading={<DaySheetSkeleton />}>
        {/* While another day loads, its predecessor is still what the query holds. */}
        {(sheet) =>
          sheet.date === day && !mine.isPending ? (
            <DaySheet
              key={day}
              host={host}
              date={day}
              rows={sheet.items}
              onlyMissing={missing}
              mine={mine.ids}
            />
          ) : (
            <DaySheetSkeleton />
          )
        }
      </Loaded>
    </div>
  );
}
