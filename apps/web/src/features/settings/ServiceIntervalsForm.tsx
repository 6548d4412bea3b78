'use client';

import type { TenantSettings } from '@wellpulse/contracts';
import { Button, NumberField, toast } from '@wellpulse/ui';
import { useState } from 'react';
import { FormProblem } from '../../components/FormProblem.tsx';
import { problemOf } from '../../lib/api.ts';
import { office, words } from '../../lib/language.ts';
import { problemSentence } from '../../lib/problem-words.ts';
import { formVersion } from './form-version.ts';
import { boxName, parseIntervals, textOfIntervals } from './service-intervals.ts';
import { ServiceIntervalsTable } from './ServiceIntervalsTable.tsx';
import { useUpdateSettings } from '../../queries/settings-queries.ts';

const texts = office.settings;

export interface ServiceIntervalsFormProps {
  /** As they are when the form is opened. */
  readonly initial: TenantSettings;
  /** As they are now. */
  readonly current: TenantSettings;
  /** Asks to open the form anew, with the settings as they are now. */
  readonly onReload: () => void;
}

export function ServiceIntervalsForm({ initial, current, onReload }: ServiceIntervalsFormProps) {
  const [settings, setSettings] = useState(initial);
  const before = textOfIntervals(settings.serviceIntervals);
  const [text, setText] = useState(before);
  const [wasRefused, setWasRefused] = useState(false);
  const { mutate, isPending, error } = useUpdateSettings();
  const parsed = parseIntervals(text);
  const isChanged = Object.keys({ ...before, ...text }).some(
    (name) => (text[name] ?? '') !== (before[name] ?? ''),
  );
  const submit = () => {
    setWasRefused(!parsed.ok);
    if (!parsed.ok) return;
    mutate(
      { serviceIntervals: parsed.intervals, version: formVersion(settings, current, ['serviceIntervals']) },
      {
        onSuccess: (saved) => {
          setSettings(saved);
          setText(textOfIntervals(saved.serviceIntervals));
          toast.success(texts.intervalsSaved);
        },
      },
    );
  };
  return (
    <form
      noValidate
      aria-label={words.fieldLabel('settings', 'serviceIntervals')}
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <ServiceIntervalsTable
        cell={(equipmentType, maintenanceType) => {
          const name = boxName(equipmentType, maintenanceType);
          return (
            <NumberField
              aria-label={texts.intervalOf(
                words.equipmentTypeNames[equipmentType],
                words.maintenanceTypeNames[maintenanceType].toLowerCase(),
              )}
              value={text[name] ?? ''}
              inputMode="numeric"
              placeholder={texts.noInterval}
              invalid={wasRefused && !parsed.ok && parsed.wrong.has(name)}
              onValueChange={(days) => {
                setText({ ...text, [name]: days });
              }}
            />
          );
        }}
      />
      {wasRefused && !parsed.ok && <FormProblem>{texts.intervalsNotValid}</FormProblem>}
      {error !== null && (
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
          {texts.saveIntervals}
        </Button>
      </div>
    </form>
  );
}
