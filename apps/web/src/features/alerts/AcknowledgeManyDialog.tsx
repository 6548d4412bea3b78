'use client';

import { addDays } from '@wellpulse/domain';
import { AcknowledgeForm, useObserved } from '@wellpulse/forms';
import { DateField, Dialog, Field, TextArea, toast, useWords, FormAlert } from '@wellpulse/ui';
import { useId, useState } from 'react';
import { FormButtons } from '../../components/FormButtons.tsx';
import { problemSentence } from '../../lib/problem-words.ts';
import { useSession } from '../../components/SessionProvider.tsx';
import { useWell } from '../../queries/well-queries.ts';
import { useAcknowledgeMany, useSomeAlerts } from '../../queries/alert-queries.ts';

export interface AcknowledgeManyDialogProps {
  /** Only of this well; null for all. */
  readonly wellId: string | null;
  /** Only of this route; null for all. */
  readonly route: string | null;
  readonly onClose: () => void;
}

/** Such as after an import of years of history, whose alerts are news to nobody. */
export function AcknowledgeManyDialog({ wellId, route, onClose }: AcknowledgeManyDialogProps) {
  const words = useWords();
  const { controlTexts, alertTexts, fieldLabel } = words;
  const formId = useId();
  const { today } = useSession();
  const [form] = useState(() => new AcknowledgeForm(addDays(today, -1)));
  const { to, comment, answer, problem } = useObserved(form, () => form.state, form.state);
  const day = to === '' ? null : to;
  const { mutate, isPending, error } = useAcknowledgeMany();
  const scope = { ...(wellId === null ? {} : { wellId }), ...(route === null ? {} : { route }) };
  const affected = useSomeAlerts({ status: 'OPEN', ...scope, ...(day === null ? {} : { to: day }) }, 1).data
    ?.total;
  const submit = () => {
    if (answer === null || day === null) return;
    mutate(
      { to: day, ...scope, comment: answer.comment },
      {
        onSuccess: ({ acknowledged }) => {
          toast.success(alertTexts.manyAcknowledged(acknowledged));
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="sm"
      title={alertTexts.acknowledgeUpToDay}
      description={<Scope wellId={wellId} route={route} />}
      footer={
        <FormButtons
          formId={formId}
          submitLabel={affected === undefined ? alertTexts.acknowledge : alertTexts.acknowledgeMany(affected)}
          saving={isPending}
          disabled={affected === 0}
          onCancel={onClose}
        />
      }
    >
      <form
        noValidate
        id={formId}
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Field
          label={alertTexts.lastDay}
          hint={alertTexts.lastDayHint}
          error={to === '' ? alertTexts.chooseDay : undefined}
        >
          <DateField
            value={to ?? ''}
            max={today}
            onValueChange={(day) => {
              form.chooseDay(day);
            }}
          />
        </Field>
        <Field
          label={fieldLabel('alert', 'comment')}
          hint={controlTexts.optional}
          error={problem === null ? undefined : words.formatMessage(problem)}
        >
          <TextArea
            value={comment}
            onChange={(event) => {
              form.type(event.target.value);
            }}
          />
        </Field>
        {error !== null && <FormAlert>{problemSentence(words, error)}</FormAlert>}
      </form>
    </Dialog>
  );
}

function Scope({ wellId, route }: Pick<AcknowledgeManyDialogProps, 'wellId' | 'route'>) {
  const { alertTexts } = useWords();
  if (wellId !== null) return <WellScope wellId={wellId} />;
  return route === null ? alertTexts.openOfAll : alertTexts.openOfOnly(route);
}

function WellScope({ wellId }: { wellId: string }) {
  const { alertTexts } = useWords();
  const { data: well } = useWell(wellId);
  return alertTexts.openOfOnly(well?.name ?? alertTexts.thisWell);
}
