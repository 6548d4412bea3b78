'use client';

import { alertAcknowledgeSchema } from '@wellpulse/contracts';
import { addDays } from '@wellpulse/domain';
import { DateField, Dialog, Field, TextArea, toast, useWords } from '@wellpulse/ui';
import { useId, useState } from 'react';
import { FormButtons } from '../../components/FormButtons.tsx';
import { FormProblem } from '../../components/FormProblem.tsx';
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
  const [to, setTo] = useState(addDays(today, -1));
  const [comment, setComment] = useState('');
  const { mutate, isPending, error } = useAcknowledgeMany();
  const scope = { ...(wellId === null ? {} : { wellId }), ...(route === null ? {} : { route }) };
  const affected = useSomeAlerts({ status: 'OPEN', ...scope, ...(to === '' ? {} : { to }) }, 1).data?.total;
  const parsed = alertAcknowledgeSchema.safeParse({ comment: comment.trim() === '' ? null : comment });
  const submit = () => {
    if (!parsed.success || to === '') return;
    mutate(
      { to, ...scope, comment: parsed.data.comment },
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
          <DateField value={to} max={today} onValueChange={setTo} />
        </Field>
        <Field
          label={fieldLabel('alert', 'comment')}
          hint={controlTexts.optional}
          error={parsed.error?.issues[0]?.message}
        >
          <TextArea
            value={comment}
            onChange={(event) => {
              setComment(event.target.value);
            }}
          />
        </Field>
        {error !== null && <FormProblem>{problemSentence(words, error)}</FormProblem>}
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
