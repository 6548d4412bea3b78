'use client';

/** The two sides beside each other, with what they disagree on marked by a sign, a word and a tint. */
import type { Conflict } from '@wellpulse/contracts';
import { conflictFields, DELETION, type ConflictField } from '@wellpulse/domain';
import { cx, useWords } from '@wellpulse/ui';
import { GitCompareArrows } from 'lucide-react';
import type { ReactNode } from 'react';
import { Timestamp } from '../../components/Timestamp.tsx';
import { conflictValue } from './conflict-fields.ts';

export interface ConflictSidesProps {
  readonly conflict: Conflict;
  /** Under each side: what can be done with it. */
  readonly actions?: { readonly existing: ReactNode; readonly incoming: ReactNode } | undefined;
}

const labelClass = 'w-20 px-2 py-2 text-left align-top font-normal sm:w-44 sm:px-4';
const cellClass = 'border-l border-line px-2 py-2 text-left align-top [overflow-wrap:anywhere] sm:px-4';

export function ConflictSides({ conflict, actions }: ConflictSidesProps) {
  const words = useWords();
  const names = words.sideNames(conflict);
  return (
    <table className="w-full table-fixed border-y border-line text-sm">
      <thead>
        <tr>
          <td className={labelClass} />
          <SideHeading name={names.existing} side={conflict.existing} />
          <SideHeading name={names.incoming} side={conflict.incoming} />
        </tr>
      </thead>
      <tbody>
        {conflictFields(conflict).map((field) => (
          <FieldRow key={field.field} {...field} />
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

function SideHeading({ name, side }: { name: string; side: Conflict['existing'] }) {
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
        <Timestamp at={side.occurredAt} />
      </span>
    </th>
  );
}

function FieldRow({ field, existing, incoming, isContested, isUntouched }: ConflictField) {
  const words = useWords();
  const { conflictTexts } = words;
  return (
    <tr className={cx('border-t border-line', isContested && 'bg-attention-soft')}>
      <th scope="row" className={labelClass}>
        <span className={cx('block', isContested && 'font-medium')}>
          {field === DELETION ? conflictTexts.record : words.fieldName(field)}
        </span>
        {isContested && (
          <span className="mt-0.5 flex items-center gap-0.5 text-2xs text-attention sm:gap-1 sm:text-xs">
            <GitCompareArrows aria-hidden className="size-3 shrink-0 sm:size-3.5" />
            {conflictTexts.contested}
          </span>
        )}
      </th>
      <td className={cx('num', cellClass, isContested && 'font-semibold')}>
        {conflictValue(words, field, existing)}
      </td>
      <td className={cx('num', cellClass, isContested && 'font-semibold')}>
        {isUntouched ? (
          <span className="text-ink-muted">{conflictTexts.notChanged}</span>
        ) : (
          conflictValue(words, field, incoming)
        )}
      </td>
    </tr>
  );
}
