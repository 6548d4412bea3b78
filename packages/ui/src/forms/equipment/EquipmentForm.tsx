'use client';

import { EQUIPMENT_STATUSES, EQUIPMENT_TYPES } from '@wellpulse/contracts';
import { useObserved, type EquipmentField, type ItemForm } from '@wellpulse/forms';
import { Combobox, type ComboboxOption } from '../../components/inputs/Combobox.tsx';
import { DateField } from '../../components/inputs/DateField.tsx';
import { Field } from '../../components/inputs/Field.tsx';
import { Input } from '../../components/inputs/Input.tsx';
import { NumberField } from '../../components/inputs/NumberField.tsx';
import { Select } from '../../components/inputs/Select.tsx';
import { cx } from '../../lib/cx.ts';
import { useWords } from '../../lib/words-context.tsx';
import { FormRefusal } from '../FormRefusal.tsx';
import { useFirstInvalid } from '../use-first-invalid.ts';

/** The wells to choose from; the host finds them as somebody types. */
export interface WellChoices {
  options: readonly ComboboxOption[];
  loading: boolean;
  onSearchChange: (text: string) => void;
}

export interface EquipmentFormProps {
  /** Names the form, so that a button elsewhere can submit it. */
  id: string;
  form: ItemForm;
  /** The person wants to save. */
  onSubmit: () => void;
  wells: WellChoices;
  size?: 'office' | 'field';
}

/**
 * An item of equipment: a new one, or a change. Its buttons are the host's.
 *
 * @example
 * <EquipmentForm id="item" form={form} onSubmit={() => void form.submit(words)} wells={wells} />
 */
export function EquipmentForm(props: EquipmentFormProps) {
  const words = useWords();
  const { formTexts, controlTexts, equipmentStatusNames, equipmentTypeNames, fieldLabel } = words;
  const { form, wells, size = 'office' } = props;
  useObserved(form, () => form.revision, 0);
  const ref = useFirstInvalid(form.refusals);
  const errorOf = (field: EquipmentField) => form.errorOf(words, field);

  const text = (field: EquipmentField) => ({
    value: form.text[field],
    autoComplete: 'off',
    onChange: (event: { target: { value: string } }) => {
      form.type({ [field]: event.target.value });
    },
    onBlur: () => {
      form.leave(field);
    },
  });
  const chosen = (field: EquipmentField) => ({
    value: form.text[field],
    onValueChange: (value: string) => {
      form.type({ [field]: value });
    },
  });

  return (
    <form
      ref={ref}
      id={props.id}
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        props.onSubmit();
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
      <FormRefusal form={form} showNow={words.equipmentTexts.showNow} keepsTyped />
    </form>
  );
}
