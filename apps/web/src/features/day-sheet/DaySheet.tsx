'use client';

import { factsOf, type DaySheetRow } from '@wellpulse/contracts';
import { completeness } from '@wellpulse/domain';
import { Button, Card, cx, EmptyState, isNumber, Kbd, Progress } from '@wellpulse/ui';
import { ListChecks } from 'lucide-react';
import { Fragment, useCallback, useState } from 'react';
import { words } from '../../lib/language.ts';
import { useDraftPlaces, useDrafts } from '../production/entry/use-draft.tsx';
import { counted } from '../../lib/words.ts';
import { useColleagueNames } from '../../queries/user-queries.ts';
import { SHEET_FIELDS } from './sheet-focus.ts';
import { SHEET_COLUMNS, SHEET_STYLE, SheetRow } from './SheetRow.tsx';
import { useGrowingLimit } from './use-growing-limit.ts';
import { useSheetSaver } from './sheet-saver.ts';

export interface DaySheetProps {
  readonly date: string;
  readonly rows: readonly DaySheetRow[];
  /** Leaves out the wells that were entered before the page was opened. */
  readonly onlyMissing: boolean;
}

export function DaySheet({ date, rows, onlyMissing }: DaySheetProps) {
  const { phases, save, forget } = useSheetSaver(date);
  // A row that was worked on stays in sight, so that its tick is seen.
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const onTouched = useCallback((wellId: string) => {
    setTouched((before) => new Set(before).add(wellId));
  }, []);
  const nameOf = useColleagueNames();
  const wanted = rows.filter(({ record, wellId }) => !onlyMissing || record === null || touched.has(wellId));
  const { limit, sentinel } = useGrowingLimit(wanted.length);
  const shown = wanted.slice(0, limit);
  return (
    <Card flush>
      <SheetHeading date={date} rows={rows} save={save} onTouched={onTouched} />
      {shown.length === 0 ? (
        <EmptyState
          icon={<ListChecks aria-hidden />}
          title={rows.length === 0 ? 'No wells here' : 'All wells are entered'}
          description={
            rows.length === 0 ? 'Choose another route, or all of them.' : 'Nothing is missing for this day.'
          }
        />
      ) : (
        <ol data-sheet={shown.length} style={SHEET_STYLE} className="divide-y divide-line">
          {shown.map((row, index) => (
            <Fragment key={row.wellId}>
              {row.route !== shown[index - 1]?.route || index === 0 ? (
                <RouteHeading route={row.route} />
              ) : null}
              <SheetRow
                row={row}
                index={index}
                date={date}
                phase={phases.get(row.wellId)}
                savedBy={row.record === null ? '' : nameOf(row.record.updatedBy)}
                save={save}
                forget={forget}
                onTouched={onTouched}
              />
            </Fragment>
          ))}
        </ol>
      )}
      {shown.length < wanted.length && (
        <p ref={sentinel} className="border-t border-line px-4 py-3 text-center text-xs text-ink-subtle">
          {counted(wanted.length - shown.length, 'more well')}
        </p>
      )}
    </Card>
  );
}

const RouteHeading = ({ route }: { route: string | null }) => (
  <li className="bg-sunken px-4 py-1.5 text-xs font-semibold text-ink-muted">{route ?? 'No route'}</li>
);

interface SheetHeadingProps {
  readonly date: string;
  readonly rows: readonly DaySheetRow[];
  readonly save: ReturnType<typeof useSheetSaver>['save'];
  readonly onTouched: (wellId: string) => void;
}

function SheetHeading({ date, rows, save, onTouched }: SheetHeadingProps) {
  const drafts = useDrafts();
  const waiting = useDraftPlaces().filter((place) => place.date === date);
  const [isSaving, setIsSaving] = useState(false);
  const { expected, entered } = completeness(rows);

  const saveAll = async () => {
    setIsSaving(true);
    for (const place of waiting) {
      const row = rows.find(({ wellId }) => wellId === place.wellId);
      const draft = drafts?.read(place) ?? null;
      if (row === undefined || draft === null) continue;
      onTouched(row.wellId);
      const { base, ...text } = draft;
      await save(row, text, base);
    }
    setIsSaving(false);
  };

  return (
    <>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-4 py-3">
        <p className="num text-sm">
          <span className="font-semibold">{entered}</span>
          <span className="text-ink-muted"> of {expected} active wells entered</span>
        </p>
        <Progress
          label="Entered"
          value={entered}
          max={expected}
          tone={entered === expected ? 'good' : 'accent'}
          className="max-w-60 flex-1"
        />
        <p className="ml-auto hidden items-center gap-1.5 text-xs text-ink-subtle lg:flex [&>kbd]:shrink-0">
          <Kbd>Enter</Kbd> saves and goes to the next well
        </p>
        {waiting.length > 0 && (
          <Button variant="primary" loading={isSaving} onClick={() => void saveAll()}>
            Save all {waiting.length}
          </Button>
        )}
      </div>
      <div
        aria-hidden
        style={SHEET_STYLE}
        className={cx(
          'hidden gap-x-3 border-b border-line px-4 py-2 text-xs font-medium text-ink-muted md:grid',
          SHEET_COLUMNS,
        )}
      >
        <span>Well</span>
        {SHEET_FIELDS.map((field) => (
          <span key={field} className={isNumber(field) ? 'text-right' : undefined}>
            {[words.fieldLabel('production', field), factsOf('production', field)?.unit]
              .filter(Boolean)
              .join(', ')}
          </span>
        ))}
        <span className="text-right">State</span>
      </div>
    </>
  );
}
