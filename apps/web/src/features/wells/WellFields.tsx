'use client';

import { WELL_STATUSES, type Well } from '@wellpulse/contracts';
import { DateField, Field, Input, NumberField, Select, useWords } from '@wellpulse/ui';
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
  const words = useWords();
  const { wellTexts } = words;
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
          hint={opened === null ? wellTexts.apiNumberHint : wellTexts.apiNumberFixed}
        >
          <Input {...text('apiNumber')} readOnly={opened !== null} autoComplete="off" />
        </Field>
        <Field
          label={words.fieldLabel('well', 'status')}
          error={messages.status}
          hint={
            isPlugged
              ? wellTexts.pluggedStays
              : values.status === 'PLUGGED'
                ? wellTexts.pluggedIsFinal
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
            hint={wellTexts.pluggedOnHint}
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
          hint={wellTexts.operatorHint}
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
          hint={wellTexts.routePositionHint}
          error={messages.routePosition}
        >
          <NumberField {...chosen('routePosition')} inputMode="numeric" />
        </Field>
        <Field
          label={words.fieldLabel('well', 'latitude')}
          hint={wellTexts.latitudeHint}
          error={messages.latitude}
        >
          <NumberField {...chosen('latitude')} unit="°" inputMode="text" />
        </Field>
        <Field
          label={words.fieldLabel('well', 'longitude')}
          hint={wellTexts.longitudeHint}
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
