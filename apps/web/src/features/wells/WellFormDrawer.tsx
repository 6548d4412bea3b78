'use client';

/** Adds a well, or changes one and who is assigned to it. */
import type { Well } from '@wellpulse/contracts';
import { Button, Drawer, toast, useWords } from '@wellpulse/ui';
import { useId, useState } from 'react';
import { FormButtons } from '../../components/FormButtons.tsx';
import { FormProblem } from '../../components/FormProblem.tsx';
import { fieldMessages, problemSentence } from '../../lib/problem-words.ts';
import { NO_MESSAGES } from '../../lib/form-messages.ts';
import { problemOf } from '../../lib/api.ts';
import { toCreateBody, toFormValues, toUpdateBody, type WellFormValues } from './well-form.ts';
import { useCreateWell, useUpdateWell, wellQuery } from '../../queries/well-queries.ts';
import { WellFields } from './WellFields.tsx';
import { useQueryClient } from '@tanstack/react-query';

export interface WellFormDrawerProps {
  /** Null adds a new one. */
  readonly well: Well | null;
  readonly onClose: () => void;
  readonly onSaved?: (well: Well) => void;
}

export function WellFormDrawer({ well, onClose, onSaved }: WellFormDrawerProps) {
  const words = useWords();
  const { controlTexts, wellTexts } = words;
  const formId = useId();
  // The well as it was when the form was opened: the version that a change is based on.
  const [opened, setOpened] = useState(well);
  const [values, setValues] = useState<WellFormValues>(() => toFormValues(well));
  const [wrong, setWrong] = useState(NO_MESSAGES);
  const queryClient = useQueryClient();
  const create = useCreateWell();
  const update = useUpdateWell(well?.id ?? '');
  const error = create.error ?? update.error;
  const messages = { ...wrong, ...fieldMessages(words, error) };
  const isStale = problemOf(error)?.code === 'VERSION_CONFLICT';

  const onSuccess = (saved: Well) => {
    toast.success(well === null ? wellTexts.added(saved.name) : wellTexts.changed(saved.name));
    onClose();
    onSaved?.(saved);
  };
  const submit = () => {
    const outcome = opened === null ? toCreateBody(values) : toUpdateBody(values, opened);
    setWrong(outcome.ok ? NO_MESSAGES : outcome.wrong);
    if (!outcome.ok) return;
    if ('version' in outcome.body) update.mutate(outcome.body, { onSuccess });
    else create.mutate(outcome.body, { onSuccess });
  };
  const reload = async (wellId: string) => {
    const current = await queryClient.query({ ...wellQuery(wellId), staleTime: 0 });
    setOpened(current);
    setValues(toFormValues(current));
    update.reset();
  };

  return (
    <Drawer
      open
      onOpenChange={onClose}
      size="lg"
      title={well === null ? wellTexts.addWell : wellTexts.editNamed(well.name)}
      footer={
        <FormButtons
          formId={formId}
          submitLabel={well === null ? wellTexts.addWell : controlTexts.save}
          saving={create.isPending || update.isPending}
          onCancel={onClose}
        />
      }
    >
      <form
        id={formId}
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <WellFields
          values={values}
          opened={opened}
          messages={messages}
          onChange={(change) => {
            setValues({ ...values, ...change });
          }}
        />
        {error !== null && Object.keys(fieldMessages(words, error)).length === 0 && (
          <FormProblem>
            {problemSentence(words, error)}
            {isStale && opened !== null && (
              <Button size="sm" className="mt-2 flex" onClick={() => void reload(opened.id)}>
                {wellTexts.showNow}
              </Button>
            )}
          </FormProblem>
        )}
      </form>
    </Drawer>
  );
}
