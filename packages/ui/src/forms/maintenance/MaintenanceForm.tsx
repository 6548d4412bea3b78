'use client';

import { EQUIPMENT_STATUSES, MAINTENANCE_TYPES } from '@wellpulse/contracts';
import {
  MAINTENANCE_VALUES,
  nextDateHint,
  useObserved,
  type LogBoxes,
  type MaintenanceField,
  type ServiceDays,
} from '@wellpulse/forms';
import type { Words } from '@wellpulse/words';
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
import { FormRefusal } from '../FormRefusal.tsx';
import { useFirstInvalid } from '../use-first-invalid.ts';

export interface MaintenanceFormProps<Entry> {
  /** Names the form, so that a button elsewhere can submit it. */
  id: string;
  /** The tenant's today: the default and the latest day. */
  today: string;
  /** Days between services that count for the item, to say when it is due next. */
  serviceDays: ServiceDays;
  boxes: LogBoxes<Entry>;
  /** The person wants to save. */
  onSubmit: () => void;
  photos: PhotoPickerProps;
  size?: 'office' | 'field';
}

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
 * <MaintenanceForm id="log" boxes={form.boxes} {...{ today, serviceDays, photos }} onSubmit={save} />
 */
export function MaintenanceForm<Entry>(props: MaintenanceFormProps<Entry>) {
  const words = useWords();
  const { controlTexts, fieldLabel, formatDay } = words;
  const { today, boxes, serviceDays, size = 'office' } = props;
  useObserved(boxes, () => boxes.revision, 0);
  const ref = useFirstInvalid(boxes.refusals);
  const draft = boxes.text;
  const change = (field: MaintenanceField, text: string) => {
    boxes.type({ [field]: text });
  };
  const errorOf = (field: MaintenanceField) => boxes.errorOf(words, field);

  const box = (field: MaintenanceField) => ({
    value: draft[field],
    onValueChange: (text: string) => {
      change(field, text);
    },
    onBlur: () => {
      boxes.leave(field);
    },
  });
  const typed = (field: MaintenanceField) => ({
    value: draft[field],
    onChange: (event: { target: { value: string } }) => {
      change(field, event.target.value);
    },
    onBlur: () => {
      boxes.leave(field);
    },
  });
  const columns = cx('grid', size === 'field' ? 'gap-5' : 'gap-4 sm:grid-cols-2');

  return (
    <form
      ref={ref}
      id={props.id}
      noValidate
      className={cx('flex flex-col', size === 'field' ? 'gap-5' : 'gap-4')}
      onSubmit={(event) => {
        event.preventDefault();
        props.onSubmit();
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
      <FormRefusal form={props.boxes} />
    </form>
  );
}
