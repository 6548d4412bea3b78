'use client';

import { WELL_STATUSES, type Well } from '@wellpulse/contracts';
import { DateField, Field, Input, NumberField, Select } from '@wellpulse/ui';
import { words } from '../../lib/language.ts';
import { OperatorPicker } from './OperatorPicker.tsx';
import { useRoutes } from '../../queries/well-queries.ts';
import type { WellBox, WellFormValues } from './well-form.ts';

export interface WellFieldsProps {
  readonly values: WellFormValues;
  /** The well that is being changed; null for a new one. */
  readonly opened: Well | null;
  /** What is wrong, by field. */
  readonly messages: Readonly<Record<string, string>>;
  readonly onChange: (change: Partial<WellFormValues>) => void;
}

export function WellFields({ values, opened, messages, onChange }: WellFieldsProps) {
  const { data: routes = [] } = useRoutes();
  const text = (name: WellBox) => ({
    value: values[name],
    onChange: (event: { target: { value: string } }) => {
      onChange({ [name]: event.target.value });
    },
  });
  const chosen = (name: WellBox) => ({
    value: values[name],
    onValueChange: (value: string) => {
      onChange({ [name]: value });
    },
  });
  const isPlugged = opened?.status === 'PLUGGED';
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={words.fieldLabel('well', 'name')} required error={messages.name}>
          <Input {...text('name')} autoFocus={opened === null} autoComplete="off" />
        </Field>
        <Field
          label={words.fieldLabel('well', 'apiNumber')}
          required
          error={messages.apiNumber}
          hint={opened === null ? 'Such as 42-165-12345; it can never be changed' : 'Can never be changed'}
        >
          <Input {...text('apiNumber')} readOnly={opened !== null} autoComplete="off" />
        </Field>
        <Field
          label={words.fieldLabel('well', 'status')}
          error={messages.status}
          hint={
            isPlugged
              ? 'A plugged well stays plugged'
              : values.status === 'PLUGGED'
                ? 'This is final: a plugged well takes readings of days up to its plugging only'
                : undefined
          }
        >
          <Select
            value={values.status}
            disabled={isPlugged}
            options={WELL_STATUSES.map((status) => ({ value: status, label: words.wellStatusNames[status] }))}
            onValueChange={(status) => {
              // Only a plugged well has the day.
              onChange(status === 'PLUGGED' ? { status } : { status, pluggedOn: '' });
            }}
          />
        </Field>
        <Field label={words.fieldLabel('well', 'spudDate')} error={messages.spudDate}>
          <DateField {...chosen('spudDate')} />
        </Field>
        {values.status === 'PLUGGED' && (
          <Field
            label={words.fieldLabel('well', 'pluggedOn')}
            error={messages.pluggedOn}
            hint="Today, if left empty"
          >
            <DateField {...chosen('pluggedOn')} />
          </Field>
        )}
        <Field label={words.fieldLabel('well', 'lease')} error={messages.lease}>
          <Input {...text('lease')} autoComplete="off" />
        </Field>
        <Field label={words.fieldLabel('well', 'field')} error={messages.field}>
          <Input {...text('field')} autoComplete="off" />
        </Field>
        <Field
          label={words.fieldLabel('well', 'operator')}
          hint="The company that runs the well"
          error={messages.operator}
          className="sm:col-span-2"
        >
          <Input {...text('operator')} autoComplete="off" />
        </Field>
        <Field label={words.fieldLabel('well', 'route')} error={messages.route}>
          <Input {...text('route')} list="well-form-routes" autoComplete="off" />
        </Field>
        <datalist id="well-form-routes">
          {routes.map(({ route }) => (
            <option key={route} value={route} />
          ))}
        </datalist>
        <Field
          label={words.fieldLabel('well', 'routePosition')}
          hint="Wells are driven in this order"
          error={messages.routePosition}
        >
          <NumberField {...chosen('routePosition')} inputMode="numeric" />
        </Field>
        <Field
          label={words.fieldLabel('well', 'latitude')}
          hint="WGS 84, such as 31.8457000"
          error={messages.latitude}
        >
          <NumberField {...chosen('latitude')} unit="°" inputMode="text" />
        </Field>
        <Field
          label={words.fieldLabel('well', 'longitude')}
          hint="West is negative, such as -102.3676000"
          error={messages.longitude}
        >
          <NumberField {...chosen('longitude')} unit="°" inputMode="text" />
        </Field>
      </div>
      <OperatorPicker
        chosen={values.operatorIds}
        onChange={(operatorIds) => {
          onChange({ operatorIds });
        }}
      />
    </>
  );
}
