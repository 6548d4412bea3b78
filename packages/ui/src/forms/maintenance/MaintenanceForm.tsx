'use client';

import { EQUIPMENT_STATUSES, MAINTENANCE_TYPES, type FieldError } from '@wellpulse/contracts';
import { useTextForm } from '@wellpulse/forms';
import type { Words } from '@wellpulse/words';
import type { ReactNode } from 'react';
import { DateField } from '../../components/inputs/DateField.tsx';
import { Field } from '../../components/inputs/Field.tsx';
import { Input } from '../../components/inputs/Input.tsx';
import { NumberField } from '../../components/inputs/NumberField.tsx';
import { SegmentedControl } from '../../components/inputs/SegmentedControl.tsx';
import { Select } from '../../components/inputs/Select.tsx';
import { TextArea } from '../../components/inputs/TextArea.tsx';
import { cx } from '../../lib/cx.ts';
import { useWords } from '../../lib/words-context.tsx';
import { PhotoPicker, type PhotoPickerProps } from '../../photos/PhotoPicker.tsx';
import { FormAlert } from '../FormAlert.tsx';
import { useFirstInvalid } from '../use-first-invalid.ts';
import {
  MAINTENANCE_VALUES,
  parseMaintenance,
  type MaintenanceField,
  type MaintenanceText,
  type MaintenanceValues,
} from './maintenance-text.ts';
import { nextDateHint, type ServiceDays } from './next-date.ts';

export interface MaintenanceFormProps {
  /** Names the form, so that a button elsewhere can submit it. */
  id: string;
  /** The tenant's today: the default and the latest day. */
  today: string;
  /** Days between services that count for the item, to say when it is due next. */
  serviceDays: ServiceDays;
  draft: MaintenanceText;
  onDraftChange: (draft: MaintenanceText) => void;
  onSubmit: (values: MaintenanceValues) => void;
  photos: PhotoPickerProps;
  /** The server's errors by field. */
  fieldErrors?: readonly FieldError[];
  /** What is wrong with the whole, in words. */
  formError?: ReactNode;
  size?: 'office' | 'field';
}

const NO_ERRORS: readonly FieldError[] = [];
const KEPT = 'KEPT';

const statusOptions = ({ equipmentStatusNames, formTexts }: Words) => [
  { value: KEPT, label: formTexts.statusKept },
  ...EQUIPMENT_STATUSES.map((status) => ({ value: status, label: equipmentStatusNames[status] })),
];
const typeSegments = ({ maintenanceTypeNames }: Words) =>
  MAINTENANCE_TYPES.map((type) => ({ value: type, label: maintenanceTypeNames[type] }));

/**
 * What was done to an item. Its buttons are the host's.
 *
 * @example
 * <MaintenanceForm id="log" {...{ today, serviceDays, draft, photos }} onDraftChange={setDraft} onSubmit={save} />
 */
export function MaintenanceForm(props: MaintenanceFormProps) {
  const words = useWords();
  const { controlTexts, fieldLabel, formatDay } = words;
  const { today, draft, serviceDays, size = 'office' } = props;
  const fieldErrors = props.fieldErrors ?? NO_ERRORS;
  const { change, leave, errorOf, submit, refusals } = useTextForm<MaintenanceField, MaintenanceValues>({
    words,
    draft,
    onDraftChange: props.onDraftChange,
    parse: (text) => parseMaintenance(words, text, today),
    fieldErrors,
    onSubmit: props.onSubmit,
  });
  const form = useFirstInvalid(refusals, fieldErrors);

  const box = (field: MaintenanceField) => ({
    value: draft[field],
    onValueChange: (text: string) => {
      change(field, text);
    },
    onBlur: () => {
      leave(field);
    },
  });
  const typed = (field: MaintenanceField) => ({
    value: draft[field],
    onChange: (event: { target: { value: string } }) => {
      change(field, event.target.value);
    },
    onBlur: () => {
      leave(field);
    },
  });
  const columns = cx('grid', size === 'field' ? 'gap-5' : 'gap-4 sm:grid-cols-2');

  return (
    <form
      ref={form}
      id={props.id}
      noValidate
      className={cx('flex flex-col', size === 'field' ? 'gap-5' : 'gap-4')}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className={columns}>
        <Field
          label={fieldLabel('maintenance', 'maintenanceDate')}
          required
          error={errorOf('maintenanceDate')}
          aside={draft.maintenanceDate === '' ? undefined : formatDay(draft.maintenanceDate)}
        >
          <DateField {...box('maintenanceDate')} max={today} />
        </Field>
        <div className="flex flex-col gap-1.5">
          <span aria-hidden className="text-sm font-medium text-ink">
            {fieldLabel('maintenance', 'maintenanceType')}
          </span>
          <SegmentedControl
            label={fieldLabel('maintenance', 'maintenanceType')}
            segments={typeSegments(words)}
            value={draft.maintenanceType}
            onValueChange={(type) => {
              change('maintenanceType', type);
            }}
            className="self-start"
          />
        </div>
      </div>
      <Field label={fieldLabel('maintenance', 'description')} required error={errorOf('description')}>
        <TextArea {...typed('description')} rows={3} />
      </Field>
      <div className={columns}>
        <Field
          label={fieldLabel('maintenance', 'technician')}
          aside={controlTexts.optional}
          error={errorOf('technician')}
        >
          <Input {...typed('technician')} autoComplete="off" />
        </Field>
        <Field
          label={fieldLabel('maintenance', 'cost')}
          aside={controlTexts.optional}
          error={errorOf('cost')}
        >
          <NumberField {...box('cost')} unit={MAINTENANCE_VALUES.cost.unit} />
        </Field>
        <Field
          label={fieldLabel('maintenance', 'nextMaintenanceDate')}
          aside={controlTexts.optional}
          hint={nextDateHint(words, draft.maintenanceDate, draft.maintenanceType, serviceDays)}
          error={errorOf('nextMaintenanceDate')}
        >
          <DateField {...box('nextMaintenanceDate')} />
        </Field>
        <Field label={fieldLabel('maintenance', 'equipmentStatus')} error={errorOf('equipmentStatus')}>
          <Select
            value={draft.equipmentStatus === '' ? KEPT : draft.equipmentStatus}
            options={statusOptions(words)}
            onValueChange={(status) => {
              change('equipmentStatus', status === KEPT ? '' : status);
            }}
          />
        </Field>
      </div>
      <PhotoPicker {...props.photos} />
      {props.formError !== undefined && <FormAlert>{props.formError}</FormAlert>}
    </form>
  );
}
