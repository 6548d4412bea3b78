'use client';

import type { DaySheetRow } from '@wellpulse/contracts';
import { DaySheetForm, useObserved } from '@wellpulse/forms';
import { Card } from '../../components/display/Card.tsx';
import { EmptyState } from '../../components/feedback/EmptyState.tsx';
import { toast } from '../../components/feedback/Toast.tsx';
import { swallowHeldEnter } from '../../lib/held-enter.ts';
import { useWords } from '../../lib/words-context.tsx';
import { ListChecks } from 'lucide-react';
import { Fragment, useState, type ClipboardEvent } from 'react';
import { SheetHeading } from './SheetHeading.tsx';
import { placeOfCell } from './sheet-focus.ts';
import type { SheetHost } from './sheet-host.ts';
import { SHEET_STYLE, SheetRow } from './SheetRow.tsx';
import { useGrowingLimit } from './use-growing-limit.ts';

export interface DaySheetProps {
  readonly host: SheetHost;
  readonly date: string;
  readonly rows: readonly DaySheetRow[];
  /** Leaves out the wells that were entered before the page was opened. */
  readonly onlyMissing: boolean;
  /** The ids of the person's own wells; null for all wells. */
  readonly mine: ReadonlySet<string> | null;
}

/**
 * The wells of a day, in the order in which they are driven, to be entered without leaving the keyboard.
 *
 * @example
 * <DaySheet key={day} host={host} date={day} rows={rows} onlyMissing={false} mine={null} />
 */
export function DaySheet({ host, date, rows, onlyMissing, mine }: DaySheetProps) {
  const { daySheetTexts, formTexts } = useWords();
  const [sheet] = useState(() => new DaySheetForm(host.desk, date));
  useObserved(sheet, () => sheet.revision, 0);
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
      <SheetHeading host={host} sheet={sheet} rows={own} />
      {shown.length === 0 ? (
        <EmptyState
          icon={<ListChecks aria-hidden />}
          title={own.length === 0 ? daySheetTexts.noWells : daySheetTexts.allEntered}
          description={own.length === 0 ? daySheetTexts.noWellsHint : daySheetTexts.allEnteredHint}
        />
      ) : (
        <ol
          data-sheet={shown.length}
          style={SHEET_STYLE}
          className="divide-y divide-line"
          onPaste={onPaste}
          onKeyDownCapture={swallowHeldEnter}
        >
          {shown.map((row, index) => (
            <Fragment key={row.wellId}>
              {row.route !== shown[index - 1]?.route || index === 0 ? (
                <RouteHeading route={row.route} />
              ) : null}
              <SheetRow host={host} sheet={sheet} row={row} index={index} date={date} />
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
