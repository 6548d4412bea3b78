import { addDays } from '@wellpulse/domain';
import { useWords } from '@wellpulse/forms';
import {
  ENTRY_KINDS,
  ENTRY_STATUSES,
  NO_ACTIVITY_FILTER,
  type ActivityFilter,
} from '@wellpulse/forms/device';
import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { Choice } from '../../components/asking/Choice.tsx';
import { Dialog } from '../../components/asking/Dialog.tsx';
import { TextBox } from '../../components/TextBox.tsx';
import { useRead } from '../../lib/reads.ts';
import { useToday } from '../../lib/use-today.ts';

/** A list has no empty value: this one stands for all. */
const ALL = 'ALL';
const DAYS = 14;

export interface LogFiltersProps {
  readonly filter: ActivityFilter;
  readonly onChange: (filter: ActivityFilter) => void;
}

/** Person, state, kind, day and record, in front of the screen: what is not chosen does not count. */
export function LogFilters({ filter, onChange }: LogFiltersProps) {
  const { controlTexts, deskWords, phoneWords } = useWords();
  const [isOpen, setOpen] = useState(false);
  const close = () => {
    setOpen(false);
  };
  const { record, ...choices } = filter;
  const chosen = [...Object.values(choices), record === '' ? null : record].filter((value) => value !== null);
  return (
    <>
      <Button
        label={chosen.length === 0 ? phoneWords.filters : `${phoneWords.filters} (${String(chosen.length)})`}
        onPress={() => {
          setOpen(true);
        }}
      />
      {isOpen && (
        <Dialog
          title={phoneWords.filters}
          onClose={close}
          actions={
            <>
              <Button kind="PRIMARY" label={controlTexts.close} onPress={close} />
              <Button
                label={deskWords.clearFilters}
                onPress={() => {
                  onChange(NO_ACTIVITY_FILTER);
                  close();
                }}
              />
            </>
          }
        >
          <FilterBoxes filter={filter} onChange={onChange} />
        </Dialog>
      )}
    </>
  );
}

function FilterBoxes({ filter, onChange }: LogFiltersProps) {
  const { deskWords, eventName, formatDayRelative, phoneWords } = useWords();
  const today = useToday();
  const people = useRead(['people'], ({ sessions }) => sessions.people()) ?? [];
  const chosen = (value: string): string | null => (value === ALL ? null : value);
  const days = Array.from({ length: DAYS }, (_, ago) => addDays(today, -ago));
  return (
    <>
      <Choice
        label={deskWords.person}
        value={filter.userId ?? ALL}
        options={[
          { value: ALL, label: deskWords.everybody },
          ...people.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(value) => {
          onChange({ ...filter, userId: chosen(value) });
        }}
      />
      <Choice
        label={deskWords.state}
        value={filter.status ?? ALL}
        options={[
          { value: ALL, label: deskWords.anyState },
          ...ENTRY_STATUSES.map((status) => ({ value: status, label: deskWords.entryStatusNames[status] })),
        ]}
        onChange={(value) => {
          onChange({ ...filter, status: ENTRY_STATUSES.find((status) => status === value) ?? null });
        }}
      />
      <Choice
        label={deskWords.kind}
        value={filter.eventType ?? ALL}
        options={[
          { value: ALL, label: deskWords.anyKind },
          ...ENTRY_KINDS.map((type) => ({ value: type, label: eventName(type) })),
        ]}
        onChange={(value) => {
          onChange({ ...filter, eventType: chosen(value) });
        }}
      />
      <Choice
        label={deskWords.enteredOn}
        value={filter.day ?? ALL}
        options={[
          { value: ALL, label: phoneWords.anyDay },
          ...days.map((day) => ({ value: day, label: formatDayRelative(day, today) })),
        ]}
        onChange={(value) => {
          onChange({ ...filter, day: chosen(value) });
        }}
      />
      <TextBox
        label={deskWords.wellOrItem}
        value={filter.record}
        maxLength={200}
        autoCorrect={false}
        onChangeText={(record) => {
          onChange({ ...filter, record });
        }}
      />
    </>
  );
}
