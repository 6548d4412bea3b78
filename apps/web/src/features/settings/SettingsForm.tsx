'use client';

import {
  CONFLICT_POLICIES,
  namesOf,
  SETTINGS_FIELDS,
  tenantSettingsUpdateSchema,
  type TenantSettings,
} from '@wellpulse/contracts';
import { Button, Combobox, Field, Input, NumberField, Select, toast } from '@wellpulse/ui';
import { useState } from 'react';
import { FormProblem } from '../../components/FormProblem.tsx';
import { problemOf } from '../../lib/api.ts';
import { formMessages, NO_MESSAGES } from '../../lib/form-messages.ts';
import { fieldMessages, problemSentence } from '../../lib/problem-words.ts';
import { formVersion } from './form-version.ts';
import { useUpdateSettings } from '../../queries/settings-queries.ts';
import { office, words } from '../../lib/language.ts';

const texts = office.settings;

export interface SettingsFormProps {
  /** As they are when the form is opened; what somebody else changes meanwhile does not touch what is being typed. */
  readonly initial: TenantSettings;
  /** As they are now. */
  readonly current: TenantSettings;
  /** Asks to open the form anew, with the settings as they are now. */
  readonly onReload: () => void;
}

/** The service intervals have a form of their own. */
const NAMES = namesOf(SETTINGS_FIELDS).filter((name) => name !== 'serviceIntervals');

export function SettingsForm({ initial, current, onReload }: SettingsFormProps) {
  const [settings, setSettings] = useState(initial);
  const [name, setName] = useState(settings.name);
  const [timeZone, setTimeZone] = useState(settings.timeZone);
  const [conflictPolicy, setConflictPolicy] = useState(settings.conflictPolicy);
  const [threshold, setThreshold] = useState(String(settings.varianceThresholdPercent));
  const [wrong, setWrong] = useState(NO_MESSAGES);
  const { mutate, isPending, error } = useUpdateSettings();
  const refused = fieldMessages(words, error);
  const messages = { ...wrong, ...refused };
  const body = {
    name,
    timeZone,
    conflictPolicy,
    varianceThresholdPercent: threshold.trim() === '' ? Number.NaN : Number(threshold),
    version: formVersion(settings, current, NAMES),
  };
  const isChanged =
    name !== settings.name ||
    timeZone !== settings.timeZone ||
    conflictPolicy !== settings.conflictPolicy ||
    threshold !== String(settings.varianceThresholdPercent);

  const submit = () => {
    const parsed = tenantSettingsUpdateSchema.safeParse(body);
    setWrong(parsed.success ? NO_MESSAGES : formMessages(parsed.error));
    if (!parsed.success) return;
    mutate(parsed.data, {
      onSuccess: (saved) => {
        setSettings(saved);
        toast.success(texts.saved);
      },
    });
  };

  return (
    <form
      noValidate
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Field label={words.fieldLabel('settings', 'name')} error={messages.name}>
        <Input
          value={name}
          onChange={(event) => {
            setName(event.target.value);
          }}
        />
      </Field>
      <Field
        label={words.fieldLabel('settings', 'timeZone')}
        hint={texts.timeZoneHint}
        error={messages.timeZone}
      >
        <Combobox
          value={timeZone}
          options={timeZones(settings.timeZone).map((zone) => ({ value: zone, label: zone }))}
          searchPlaceholder={texts.timeZoneSearch}
          onValueChange={setTimeZone}
        />
      </Field>
      <Field
        label={words.fieldLabel('settings', 'varianceThresholdPercent')}
        hint={texts.thresholdHint}
        error={messages.varianceThresholdPercent}
        className="max-w-xs"
      >
        <NumberField
          value={threshold}
          unit={SETTINGS_FIELDS.varianceThresholdPercent.unit}
          onValueChange={setThreshold}
        />
      </Field>
      <Field
        label={words.fieldLabel('settings', 'conflictPolicy')}
        hint={texts.conflictPolicyHint}
        error={messages.conflictPolicy}
      >
        <Select
          value={conflictPolicy}
          options={CONFLICT_POLICIES.map((policy) => ({
            value: policy,
            label: words.conflictPolicyNames[policy],
          }))}
          onValueChange={setConflictPolicy}
        />
      </Field>
      {error !== null && Object.keys(refused).length === 0 && (
        <FormProblem>
          {problemSentence(words, error)}
          {problemOf(error)?.code === 'VERSION_CONFLICT' && (
            <Button size="sm" className="mt-2 flex" onClick={onReload}>
              {texts.showCurrent}
            </Button>
          )}
        </FormProblem>
      )}
      <div className="flex justify-end">
        <Button type="submit" variant="primary" loading={isPending} disabled={!isChanged}>
          {texts.save}
        </Button>
      </div>
    </form>
  );
}

/** All zones that the browser knows, and the one in use even if it does not. */
function timeZones(current: string): string[] {
  const known = Intl.supportedValuesOf('timeZone');
  return known.includes(current) ? known : [current, ...known];
}
