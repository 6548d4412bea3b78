'use client';

import { factsOf, READING_NUMBER_NAMES, READING_NUMBERS, type ReadingNumber } from '@wellpulse/contracts';
import type { MappedFile, ImportForm, MappingForm } from '@wellpulse/forms';
import { Field, Select, type SelectOption } from '@wellpulse/ui';
import { office, words } from '../../lib/language.ts';
import { ColumnSelect } from './ColumnSelect.tsx';
import { DateFormatField } from './DateFormatField.tsx';
import { WhereFields } from './WhereFields.tsx';

const texts = office.imports;

export interface MappingFieldsProps {
  readonly form: ImportForm<File>;
  readonly chosen: MappedFile<File>;
}

/** In the field's own unit, or in cubic metres. */
const unitsOf = (name: ReadingNumber): SelectOption[] =>
  READING_NUMBERS[name].units.map((unit) => ({
    value: unit,
    label:
      unit === 'SM3' ? texts.cubicMetres : (factsOf('production', READING_NUMBERS[name].field)?.unit ?? unit),
  }));

export function MappingFields({ form, chosen }: MappingFieldsProps) {
  const { file, preview, mapping } = chosen;
  const messages = form.messages(words);
  const onChange = (changed: Partial<MappingForm>) => {
    form.change(changed);
  };
  return (
    <div className="grid gap-x-6 gap-y-5 lg:grid-cols-2">
      <div className="grid content-start gap-4 sm:grid-cols-[minmax(0,1fr)_10rem]">
        <Field label={texts.well} error={messages['well.column']}>
          <ColumnSelect
            preview={preview}
            column={mapping.wellColumn}
            onColumnChange={(wellColumn) => {
              onChange({ wellColumn });
            }}
          />
        </Field>
        <Field label={texts.wellHolds}>
          <Select
            value={mapping.wellBy}
            options={[
              { value: 'NAME', label: texts.wellBy.NAME },
              { value: 'API_NUMBER', label: texts.wellBy.API_NUMBER },
              { value: 'ID', label: texts.wellBy.ID },
            ]}
            onValueChange={(wellBy) => {
              onChange({ wellBy });
            }}
          />
        </Field>
        <Field label={texts.day} error={messages['date.column']}>
          <ColumnSelect
            preview={preview}
            column={mapping.dateColumn}
            onColumnChange={(dateColumn) => {
              onChange({ dateColumn });
            }}
          />
        </Field>
        <DateFormatField
          preview={preview}
          mapping={mapping}
          error={messages['date.format']}
          onChange={onChange}
        />
      </div>
      <div className="grid content-start gap-4 sm:grid-cols-[minmax(0,1fr)_10rem]">
        {READING_NUMBER_NAMES.map((name) => (
          <NumberFields
            key={name}
            name={name}
            preview={preview}
            mapping={mapping}
            error={messages[name] ?? messages[`${name}.column`]}
            onChange={onChange}
          />
        ))}
        <Field label={texts.rowsHold} className="sm:col-span-2">
          <Select
            value={mapping.rowsHold}
            options={[
              { value: 'DAY', label: texts.rowsHoldNames.DAY },
              { value: 'MONTH', label: texts.rowsHoldNames.MONTH },
            ]}
            onValueChange={(rowsHold) => {
              onChange({ rowsHold });
            }}
          />
        </Field>
        {mapping.rowsHold === 'DAY' ? (
          <Field
            label={texts.month}
            hint={texts.monthHint}
            error={messages['estimatedFrom.column']}
            className="sm:col-span-2"
          >
            <ColumnSelect
              preview={preview}
              column={mapping.monthColumn}
              none={texts.allMeasured}
              onColumnChange={(monthColumn) => {
                onChange({ monthColumn });
              }}
            />
          </Field>
        ) : (
          <Field
            label={texts.daysOn}
            hint={texts.daysOnHint}
            error={messages['monthTotals.daysOn.column']}
            className="sm:col-span-2"
          >
            <ColumnSelect
              preview={preview}
              column={mapping.daysOnColumn}
              none={texts.allDays}
              onColumnChange={(daysOnColumn) => {
                onChange({ daysOnColumn });
              }}
            />
          </Field>
        )}
      </div>
      <WhereFields form={form} chosen={chosen} />
      <div className="grid content-start gap-4 sm:grid-cols-2">
        <Field label={texts.delimiter}>
          <Select
            value={preview.delimiter === '\t' ? 'TAB' : preview.delimiter}
            options={[
              { value: ',', label: texts.delimiters.comma },
              { value: ';', label: texts.delimiters.semicolon },
              { value: 'TAB', label: texts.delimiters.tab },
              { value: '|', label: texts.delimiters.bar },
            ]}
            onValueChange={(value) => {
              void form.choose(file, value === 'TAB' ? '\t' : value);
            }}
          />
        </Field>
        <Field label={texts.decimals}>
          <Select
            value={mapping.decimalSeparator}
            options={[
              { value: '.', label: texts.decimalSeparators.point },
              { value: ',', label: texts.decimalSeparators.comma },
            ]}
            onValueChange={(decimalSeparator) => {
              onChange({ decimalSeparator });
            }}
          />
        </Field>
        <Field label={texts.onError}>
          <Select
            value={mapping.onError}
            options={[
              { value: 'SKIP_ROW', label: texts.onErrorNames.SKIP_ROW },
              { value: 'ABORT', label: texts.onErrorNames.ABORT },
            ]}
            onValueChange={(onError) => {
              onChange({ onError });
            }}
          />
        </Field>
        <Field label={texts.typed}>
          <Select
            value={mapping.typed}
            options={[
              { value: 'KEEP', label: texts.typedNames.KEEP },
              { value: 'REPLACE', label: texts.typedNames.REPLACE },
            ]}
            onValueChange={(typed) => {
              onChange({ typed });
            }}
          />
        </Field>
      </div>
    </div>
  );
}

interface NumberFieldsProps extends Pick<MappedFile<File>, 'preview' | 'mapping'> {
  readonly onChange: (changed: Partial<MappingForm>) => void;
  readonly name: ReadingNumber;
  readonly error: string | undefined;
}

function NumberFields({ name, preview, mapping, error, onChange }: NumberFieldsProps) {
  const { column, unit } = mapping[name];
  const label = words.fieldLabel('production', READING_NUMBERS[name].field);
  return (
    <>
      <Field label={label} error={error}>
        <ColumnSelect
          preview={preview}
          column={column}
          none={texts.notInFile}
          onColumnChange={(chosen) => {
            onChange({ [name]: { column: chosen, unit } });
          }}
        />
      </Field>
      <Field label={texts.unitOf(label)}>
        <Select
          value={unit}
          options={unitsOf(name)}
          disabled={column === ''}
          onValueChange={(chosen) => {
            onChange({ [name]: { column, unit: chosen } });
          }}
        />
      </Field>
    </>
  );
}
