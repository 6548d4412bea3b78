'use client';

import { EQUIPMENT_STATUSES, EQUIPMENT_TYPES, type FieldError } from '@wellpulse/contracts';
import { useTextForm } from '@wellpulse/forms';
import type { ReactNode } from 'react';
import { Combobox, type ComboboxOption } from '../../components/inputs/Combobox.tsx';
import { DateField } from '../../components/inputs/DateField.tsx';
import { Field } from '../../components/inputs/Field.tsx';
import { Input } from '../../components/inputs/Input.tsx';
import { NumberField } from '../../components/inputs/NumberField.tsx';
import { Select } from '../../components/inputs/Select.tsx';
import { cx } from '../../lib/cx.ts';
import { useWords } from '../../lib/words-context.tsx';
import { FormAlert } from '../FormAlert.tsx';
import { useFirstInvalid } from '../use-first-invalid.ts';
import {
  parseEquipment,
  type EquipmentField,
  type EquipmentText,
  type EquipmentValues,
} from './equipment-text.ts';

/** The wells to choose from; the host finds them as somebody types. */
export interface WellChoices {
  options: readonly ComboboxOption[];
  loading: boolean;
  onSearchChange: (text: string) => void;
}

export interface EquipmentFormProps {
  /** Names the form, so that a button elsewhere can submit it. */
  id: string;
  draft: EquipmentText;
  onDraftChange: (draft: EquipmentText) => void;
  onSubmit: (values: EquipmentValues) => void;
  wells: WellChoices;
  /** The server's errors by field. */
  fieldErrors?: readonly FieldError[];
  /** What is wrong with the whole, in words. */
  formError?: ReactNode;
  size?: 'office' | 'field';
}

const NO_ERRORS: readonly FieldError[] = [];

/**
 * An item of equipment: a new one, or a change. Its buttons are the host's.
 *
 * @example
 * <EquipmentForm id="item" draft={draft} onDraftChange={setDraft} onSubmit={save} wells={wells} />
 */
export function EquipmentForm(props: EquipmentFormProps) {
  const words = useWords();
  const { formTexts, controlTexts, equipmentStatusNames, equipmentTypeNames, fieldLabel } = words;
  const { draft, wells, size = 'office' } = props;
  const fieldErrors = props.fieldErrors ?? NO_ERRORS;
  const { change, leave, errorOf, submit, refusals } = useTextForm<EquipmentField, EquipmentValues>({
    words,
    draft,
    onDraftChange: props.onDraftChange,
    parse: (text) => parseEquipment(words, text),
    fieldErrors,
    onSubmit: props.onSubmit,
  });
  const form = useFirstInvalid(refusals, fieldErrors);

  const text = (field: EquipmentField) => ({
    value: draft[field],
    autoComplete: 'off',
    onChange: (event: { target: { value: string } }) => {
      change(field, event.target.value);
    },
    onBlur: () => {
      leave(field);
    },
  });
  const chosen = (field: EquipmentField) => ({
    value: draft[field],
    onValueChange: (value: string) => {
      change(field, value);
    },
  });

  return (
    <form
      ref={form}
      id={props.id}
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className={cx('grid', size === 'field' ? 'gap-5' : 'gap-4 sm:grid-cols-2')}>
        <Field label={fieldLabel('equipment', 'equipmentType')} required error={errorOf('equipmentType')}>
          <Select
            {...chosen('equipmentType')}
            options={EQUIPMENT_TYPES.map((type) => ({ value: type, label: equipmentTypeNames[type] }))}
          />
        </Field>
        <Field
          label={fieldLabel('equipment', 'serialNumber')}
          required
          error={errorOf('serialNumber')}
          hint={formTexts.serialNumberHint}
        >
          <Input {...text('serialNumber')} spellCheck={false} />
        </Field>
        <Field
          label={fieldLabel('equipment', 'wellId')}
          required
          error={errorOf('wellId')}
          hint={formTexts.wellHint}
        >
          <Combobox
            {...chosen('wellId')}
            options={wells.options}
            loading={wells.loading}
            onSearchChange={wells.onSearchChange}
            placeholder={formTexts.chooseWell}
            searchPlaceholder={formTexts.wellSearch}
          />
        </Field>
        <Field label={fieldLabel('equipment', 'status')} error={errorOf('status')}>
          <Select
            {...chosen('status')}
            options={EQUIPMENT_STATUSES.map((status) => ({
              value: status,
              label: equipmentStatusNames[status],
            }))}
          />
        </Field>
        <Field
          label={fieldLabel('equipment', 'assetTag')}
          aside={controlTexts.optional}
          error={errorOf('assetTag')}
        >
          <Input {...text('assetTag')} spellCheck={false} />
        </Field>
        <Field
          label={fieldLabel('equipment', 'installationDate')}
          aside={controlTexts.optional}
          error={errorOf('installationDate')}
        >
          <DateField {...chosen('installationDate')} />
        </Field>
        <Field
          label={fieldLabel('equipment', 'manufacturer')}
          aside={controlTexts.optional}
          error={errorOf('manufacturer')}
        >
          <Input {...text('manufacturer')} />
        </Field>
        <Field
          label={fieldLabel('equipment', 'model')}
          aside={controlTexts.optional}
          error={errorOf('model')}
        >
          <Input {...text('model')} />
        </Field>
        <Field
          label={fieldLabel('equipment', 'serviceIntervalDays')}
          aside={controlTexts.optional}
          hint={formTexts.intervalHint}
          error={errorOf('serviceIntervalDays')}
        >
          <NumberField {...chosen('serviceIntervalDays')} unit={formTexts.unitDays} inputMode="numeric" />
        </Field>
      </div>
      {props.formError !== undefined && <FormAlert>{props.formError}</FormAlert>}
    </form>
  );
}
