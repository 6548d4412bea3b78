'use client';

import { factsOf, type DaySheetRow } from '@wellpulse/contracts';
import { completeness } from '@wellpulse/domain';
import { Button, Card, cx, EmptyState, isNumber, Kbd, Progress, useWords } from '@wellpulse/ui';
import { ListChecks } from 'lucide-react';
import { Fragment, useCallback, useState } from 'react';
import { useDraftPlaces, useDrafts } from '../production/entry/use-draft.tsx';
import { useColleagueNames } from '../../queries/user-queries.ts';
import { SHEET_FIELDS } from './sheet-focus.ts';
import { SHEET_COLUMNS, SHEET_STYLE, SheetRow } from './SheetRow.tsx';
import { useGrowingLimit } from './use-growing-limit.ts';
import { useSheetPaste } from './use-sheet-paste.ts';
import { useSheetSaver } from './sheet-saver.ts';

export interface DaySheetProps {
  readonly date: string;
  readonly rows: readonly DaySheetRow[];
  /** Leaves out the wells that were entered before the page was opened. */
  readonly onlyMissing: boolean;
}

export function DaySheet({ date, rows, onlyMissing }: DaySheetProps) {
  const { daySheetTexts } = useWords();
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
  const onPaste = useSheetPaste(date, shown, forget);
  return (
    <Card flush>
      <SheetHeading date={date} rows={rows} save={save} onTouched={onTouched} />
      {shown.length === 0 ? (
        <EmptyState
          icon={<ListChecks aria-hidden />}
          title={rows.length === 0 ? daySheetTexts.noWells : daySheetTexts.allEntered}
          description={rows.length === 0 ? daySheetTexts.noWellsHint : daySheetTexts.allEnteredHint}
        />
      ) : (
        <ol data-sheet={shown.length} style={SHEET_STYLE} className="divide-y divide-line" onPaste={onPaste}>
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
          {daySheetTexts.moreWells(wanted.length - shown.length)}
        </p>
      )}
    </Card>
  );
}

const RouteHeading = ({ route }: { route: string | null }) => {
  const { daySheetTexts } = useWords();
  return (
    <li className="bg-sunken px-4 py-1.5 text-xs font-semibold text-ink-muted">
      {route ?? daySheetTexts.noRoute}
    </li>
  );
};

interface SheetHeadingProps {
  readonly date: string;
  readonly rows: readonly DaySheetRow[];
  readonly save: ReturnType<typeof useSheetSaver>['save'];
  readonly onTouched: (wellId: string) => void;
}

function SheetHeading({ date, rows, save, onTouched }: SheetHeadingProps) {
  const words = useWords();
  const { daySheetTexts } = words;
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
          <span className="font-semibold">{words.formatCount(entered)}</span>
          <span className="text-ink-muted"> {daySheetTexts.ofActiveWells(expected)}</span>
        </p>
        <Progress
          label={daySheetTexts.entered}
          value={entered}
          max={expected}
          tone={entered === expected ? 'good' : 'accent'}
          className="max-w-60 flex-1"
        />
        <p className="ml-auto hidden items-center gap-1.5 text-xs text-ink-subtle lg:flex [&>kbd]:shrink-0">
          <Kbd>Enter</Kbd> {daySheetTexts.keySaves}
        </p>
        {waiting.length > 0 && (
          <Button variant="primary" loading={isSaving} onClick={() => void saveAll()}>
            {daySheetTexts.saveAll(waiting.length)}
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
        <span>{daySheetTexts.well}</span>
        {SHEET_FIELDS.map((field) => (
          <span key={field} className={isNumber(field) ? 'text-right' : undefined}>
            {[words.fieldLabel('production', field), factsOf('production', field)?.unit]
              .filter(Boolean)
              .join(', ')}
          </span>
        ))}
        <span className="text-right">{daySheetTexts.state}</span>
      </div>
    </>
  );
}
