/**
 * The two sides beside each other, every field that either of them changed: what it was before, and the day before. What they disagree
 * on is marked by a sign, a word and a tint; which side counts by a tick or a line through it, and why.
 */
import type { Location } from '@wellpulse/contracts';
import { isBeyondGeofence, type ShownConflict } from '@wellpulse/domain';
import { sideRows, type SideRow } from '@wellpulse/forms';
import { GitCompareArrows, MapPin, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from '../../lib/cx.ts';
import { useWords } from '../../lib/words-context.tsx';
import type { Moment } from '../host.ts';
import { Timestamp } from '../Timestamp.tsx';
import { ConflictValue } from './ConflictValue.tsx';

export interface ConflictSidesProps {
  readonly conflict: ShownConflict;
  /** The tenant's: beyond it a change against the day before raises an alert. */
  readonly thresholdPercent: number;
  readonly moment: Moment;
  /** Under each side: what can be done with it. */
  readonly actions?: { readonly existing: ReactNode; readonly incoming: ReactNode } | undefined;
}

const labelClass = 'w-1/4 px-2 py-2 text-left align-top font-normal sm:px-4';
const cellClass = 'border-l border-line px-2 py-2 text-left align-top [overflow-wrap:anywhere] sm:px-4';

export function ConflictSides({ conflict, thresholdPercent, moment, actions }: ConflictSidesProps) {
  const words = useWords();
  const names = words.sideNames(conflict);
  return (
    <table className="w-full table-fixed border-y border-line text-sm">
      <thead>
        <tr>
          <td className={labelClass} />
          <SideHeading name={names.existing} side={conflict.existing} moment={moment} />
          <SideHeading name={names.incoming} side={conflict.incoming} moment={moment} />
        </tr>
      </thead>
      <tbody>
        {sideRows(words, conflict, thresholdPercent).map((row) => (
          <FieldRow key={row.field} row={row} />
        ))}
        {actions !== undefined && (
          <tr className="border-t border-line">
            <td className={labelClass} />
            <td className={cellClass}>{actions.existing}</td>
            <td className={cellClass}>{actions.incoming}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

interface SideHeadingProps {
  readonly name: string;
  readonly side: ShownConflict['existing'];
  readonly moment: Moment;
}

function SideHeading({ name, side, moment }: SideHeadingProps) {
  const words = useWords();
  const { conflictTexts } = words;
  return (
    <th scope="col" className={cx(cellClass, 'font-normal')}>
      <span className="block text-xs text-ink-subtle">{name}</span>
      <span className="block font-medium">{words.sideName(side)}</span>
      <span className="block text-xs text-ink-muted">
        {side.deviceId === null ? conflictTexts.dashboard : (side.deviceName ?? conflictTexts.someDevice)}
      </span>
      <span className="block text-xs text-ink-muted">
        <Timestamp at={side.occurredAt} moment={moment} />
      </span>
      {side.location !== null && <Stood location={side.location} />}
    </th>
  );
}

/** Where the person stood; that it was far from the well is told by a sign too. */
function Stood({ location }: { location: Location }) {
  const { formatPlace } = useWords();
  const isFar = isBeyondGeofence(location);
  const Icon = isFar ? TriangleAlert : MapPin;
  return (
    <span className={cx('num flex items-start gap-1 text-xs', isFar ? 'text-attention' : 'text-ink-muted')}>
      <Icon aria-hidden className="mt-0.5 size-3 shrink-0" />
      <span className="min-w-0">{formatPlace(location)}</span>
    </span>
  );
}

function FieldRow({ row }: { readonly row: SideRow }) {
  return (
    <tr className={cx('border-t border-line', row.isUndecided && 'bg-attention-soft')}>
      <th scope="row" className={labelClass}>
        <FieldLabel row={row} />
      </th>
      <td className={cx('num', cellClass)}>
        <ConflictValue value={row.existing} isContested={row.isContested} />
      </td>
      <td className={cx('num', cellClass)}>
        <ConflictValue value={row.incoming} isContested={row.isContested} />
      </td>
    </tr>
  );
}

/** The field's name, and the numbers that help to choose. */
function FieldLabel({ row: { label, isContested, facts, became } }: { readonly row: SideRow }) {
  const { conflictTexts } = useWords();
  return (
    <>
      <span className={cx('block', isContested && 'font-medium')}>{label}</span>
      {isContested && (
        <span className="flex items-center gap-0.5 text-2xs text-attention sm:gap-1 sm:text-xs">
          <GitCompareArrows aria-hidden className="size-3 shrink-0 sm:size-3.5" />
          {conflictTexts.contested}
        </span>
      )}
      <span className="num block text-xs text-ink-muted [overflow-wrap:anywhere]">
        {facts.map((fact) => (
          <span key={fact} className="block">
            {fact}
          </span>
        ))}
        {became !== null && <span className="block font-semibold text-ink">{became}</span>}
      </span>
    </>
  );
}
