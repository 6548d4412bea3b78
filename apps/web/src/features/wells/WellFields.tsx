'use client';

import { WELL_STATUSES } from '@wellpulse/contracts';
import type { WellBox, WellForm } from '@wellpulse/forms';
import { DateField, Field, Input, NumberField, Select, useWords } from '@wellpulse/ui';
import { OperatorPicker } from './OperatorPicker.tsx';
import { useRoutes } from '../../queries/well-queries.ts';

export interface WellFieldsProps {
  readonly form: WellForm;
}

export function WellFields({ form }: WellFieldsProps) {
  const words = useWords();
  const { wellTexts } = words;
  const { data: routes = [] } = useRoutes();
  const { text: values, base: opened } = form;
  const errorOf = (name: WellBox | 'status') => form.errorOf(words, name);
  const leave = (name: WellBox) => () => {
    form.leave(name);
  };
  const text = (name: WellBox) => ({
    value: values[name],
    onChange: (event: { target: { value: string } }) => {
      form.type({ [name]: event.target.value });
    },
    onBlur: leave(name),
  });
  const chosen = (name: WellBox) => ({
    value: values[name],
    onValueChange: (value: string) => {
      form.type({ [name]: value });
    },
    onBlur: leave(name),
  });
  const isPlugged = opened?.status === 'PLUGGED';
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={words.fieldLabel('well', 'name')} required error={errorOf('name')}>
          <Input {...text('name')} autoFocus={opened === null} autoComplete="off" />
        </Field>
        <Field
          label={words.fieldLabel('well', 'apiNumber')}
          required
          error={errorOf('apiNumber')}
          hint={opened === null ? wellTexts.apiNumberHint : wellTexts.apiNumberFixed}
        >
          <Input {...text('apiNumber')} readOnly={opened !== null} autoComplete="off" />
        </Field>
        <Field
          label={words.fieldLabel('well', 'status')}
          error={errorOf('status')}
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
              form.type(status === 'PLUGGED' ? { status } : { status, pluggedOn: '' });
            }}
          />
        </Field>
        <Field label={words.fieldLabel('well', 'spudDate')} error={errorOf('spudDate')}>
          <DateField {...chosen('spudDate')} />
        </Field>
        {values.status === 'PLUGGED' && (
          <Field
            label={words.fieldLabel('well', 'pluggedOn')}
            error={errorOf('pluggedOn')}
            hint={wellTexts.pluggedOnHint}
          >
            <DateField {...chosen('pluggedOn')} />
          </Field>
        )}
        <Field label={words.fieldLabel('well', 'lease')} error={errorOf('lease')}>
          <Input {...text('lease')} autoComplete="off" />
        </Field>
        <Field label={words.fieldLabel('well', 'field')} error={errorOf('field')}>
          <Input {...text('field')} autoComplete="off" />
        </Field>
        <Field
          label={words.fieldLabel('well', 'operator')}
          hint={wellTexts.operatorHint}
          error={errorOf('operator')}
          className="sm:col-span-2"
        >
          <Input {...text('operator')} autoComplete="off" />
        </Field>
        <Field label={words.fieldLabel('well', 'route')} error={errorOf('route')}>
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
          error={errorOf('routePosition')}
        >
          <NumberField {...chosen('routePosition')} inputMode="numeric" />
        </Field>
        <Field
          label={words.fieldLabel('well', 'latitude')}
          hint={wellTexts.latitudeHint}
          error={errorOf('latitude')}
        >
          <NumberField {...chosen('latitude')} unit="°" inputMode="text" />
        </Field>
        <Field
          label={words.fieldLabel('well', 'longitude')}
          hint={wellTexts.longitudeHint}
          error={errorOf('longitude')}
        >
          <NumberField {...chosen('longitude')} unit="°" inputMode="text" />
        </Field>
      </div>
      <OperatorPicker
        chosen={values.operatorIds}
        onChange={(operatorIds) => {
          form.type({ operatorIds });
        }}
      />
    </>
  );
}
