import {
  ENTRY_KINDS,
  ENTRY_STATUSES,
  NO_ACTIVITY_FILTER,
  type ActivityFilter,
} from '@wellpulse/forms/device';
import { Button, DateField, Field, Input, Select, useWords } from '@wellpulse/ui';
import { useMain } from '../../lib/queries.ts';
import { useToday } from '../../lib/use-today.ts';

/** A list has no empty value: this one stands for all. */
const ALL = 'ALL';

export interface ActivityFiltersProps {
  readonly filter: ActivityFilter;
  readonly onChange: (filter: ActivityFilter) => void;
}

/** Person, state, kind, day and record: what is not chosen does not count. */
export function ActivityFilters({ filter, onChange }: ActivityFiltersProps) {
  const { deskWords, eventName } = useWords();
  const today = useToday();
  const { data: start } = useMain('program.start', {});
  const chosen = (value: string): string | null => (value === ALL ? null : value);
  return (
    <div className="grid grid-cols-1 items-end gap-5 sm:grid-cols-2 lg:grid-cols-3 [&_input]:h-15">
      <Field label={deskWords.person}>
        <Select
          value={filter.userId ?? ALL}
          onValueChange={(value) => {
            onChange({ ...filter, userId: chosen(value) });
          }}
          options={[
            { value: ALL, label: deskWords.everybody },
            ...(start?.people ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </Field>
      <Field label={deskWords.state}>
        <Select
          value={filter.status ?? ALL}
          onValueChange={(value) => {
            onChange({ ...filter, status: ENTRY_STATUSES.find((status) => status === value) ?? null });
          }}
          options={[
            { value: ALL, label: deskWords.anyState },
            ...ENTRY_STATUSES.map((status) => ({ value: status, label: deskWords.entryStatusNames[status] })),
          ]}
        />
      </Field>
      <Field label={deskWords.kind}>
        <Select
          value={filter.eventType ?? ALL}
          onValueChange={(value) => {
            onChange({ ...filter, eventType: chosen(value) });
          }}
          options={[
            { value: ALL, label: deskWords.anyKind },
            ...ENTRY_KINDS.map((type) => ({ value: type, label: eventName(type) })),
          ]}
        />
      </Field>
      <Field label={deskWords.enteredOn}>
        <DateField
          value={filter.day ?? ''}
          max={today}
          onValueChange={(day) => {
            onChange({ ...filter, day: day === '' ? null : day });
          }}
        />
      </Field>
      <Field label={deskWords.wellOrItem}>
        <Input
          type="search"
          maxLength={200}
          value={filter.record}
          onChange={(event) => {
            onChange({ ...filter, record: event.currentTarget.value });
          }}
        />
      </Field>
      <Button
        size="field"
        onClick={() => {
          onChange(NO_ACTIVITY_FILTER);
        }}
      >
        {deskWords.clearFilters}
      </Button>
    </div>
  );
}
