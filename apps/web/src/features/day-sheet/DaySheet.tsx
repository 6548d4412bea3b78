'use client';

import type { DaySheetRow } from '@wellpulse/contracts';
import { DaySheetForm, useObserved } from '@wellpulse/forms';
import { Card, EmptyState, toast, useWords } from '@wellpulse/ui';
import { ListChecks } from 'lucide-react';
import { Fragment, useState, type ClipboardEvent } from 'react';
import { useSession } from '../../components/SessionProvider.tsx';
import { useColleagueNames } from '../../queries/user-queries.ts';
import { useEntryDesk } from '../production/entry/entry-desk.tsx';
import { SheetHeading } from './SheetHeading.tsx';
import { placeOfCell } from './sheet-focus.ts';
import { SHEET_STYLE, SheetRow } from './SheetRow.tsx';
import { useGrowingLimit } from './use-growing-limit.ts';

export interface DaySheetProps {
  readonly date: string;
  readonly rows: readonly DaySheetRow[];
  /** Leaves out the wells that were entered before the page was opened. */
  readonly onlyMissing: boolean;
  /** The ids of the person's own wells; null for all wells. */
  readonly mine: ReadonlySet<string> | null;
}

export function DaySheet({ date, rows, onlyMissing, mine }: DaySheetProps) {
  const { daySheetTexts, formTexts } = useWords();
  const { today } = useSession();
  const desk = useEntryDesk();
  const [sheet] = useState(() => new DaySheetForm(desk, date));
  useObserved(sheet, () => sheet.revision, 0);
  const nameOf = useColleagueNames();
  const own = sheet.shown(rows, { onlyMissing: false, mine });
  const wanted = sheet.shown(rows, { onlyMissing, mine });
  const { limit, sentinel } = useGrowingLimit(wanted.length);
  const shown = wanted.slice(0, limit);

  const onPaste = (event: ClipboardEvent) => {
    const start = placeOfCell(event.target);
    if (start === null) return;
    const pasted = sheet.paste(shown, start, event.clipboardData.getData('text/plain'));
    if (pasted === null) return;
    event.preventDefault();
    toast(formTexts.pasted(pasted.filled, pasted.leftOut, ''), {
      action: { label: formTexts.undoPaste, onClick: pasted.undo },
    });
  };

  return (
    <Card flush>
      <SheetHeading sheet={sheet} rows={own} />
      {shown.length === 0 ? (
        <EmptyState
          icon={<ListChecks aria-hidden />}
          title={own.length === 0 ? daySheetTexts.noWells : daySheetTexts.allEntered}
          description={own.length === 0 ? daySheetTexts.noWellsHint : daySheetTexts.allEnteredHint}
        />
      ) : (
        <ol data-sheet={shown.length} style={SHEET_STYLE} className="divide-y divide-line" onPaste={onPaste}>
          {shown.map((row, index) => (
            <Fragment key={row.wellId}>
              {row.route !== shown[index - 1]?.route || index === 0 ? (
                <RouteHeading route={row.route} />
              ) : null}
              <SheetRow
                sheet={sheet}
                row={row}
                index={index}
                date={date}
                isToday={date === today}
                savedBy={row.record === null ? '' : nameOf(row.record.updatedBy)}
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
