'use client';

import type { AlertGroup } from '@wellpulse/domain';
import { useObserved, type AcknowledgeForm, type Acknowledgement } from '@wellpulse/forms';
import { useId } from 'react';
import { Button } from '../../components/buttons/Button.tsx';
import { ProductMark } from '../../components/display/ProductMark.tsx';
import { Field } from '../../components/inputs/Field.tsx';
import { TextArea } from '../../components/inputs/TextArea.tsx';
import { Dialog } from '../../components/overlays/Dialog.tsx';
import { FormAlert } from '../../forms/FormAlert.tsx';
import { useWords } from '../../lib/words-context.tsx';
import { AlertChange } from './AlertChange.tsx';

export interface AcknowledgeDialogProps {
  /** Of one well and one day; at least one. */
  readonly group: Omit<AlertGroup, 'id'>;
  readonly form: AcknowledgeForm;
  readonly saving: boolean;
  /** Why it was refused, in a sentence. */
  readonly problem?: string | undefined;
  readonly onSubmit: (answer: Acknowledgement) => void;
  readonly onClose: () => void;
}

/**
 * Says that alerts have been seen, with a word on why if there is one.
 *
 * @example
 * <AcknowledgeDialog group={group} form={form} saving={false} onSubmit={send} onClose={close} />
 */
export function AcknowledgeDialog(props: AcknowledgeDialogProps) {
  const { group, form, saving, problem, onSubmit, onClose } = props;
  const words = useWords();
  const { alertTexts, controlTexts, fieldLabel } = words;
  const formId = useId();
  const state = useObserved(form, () => form.state, form.state);
  const submit = () => {
    if (state.answer !== null && !saving) onSubmit(state.answer);
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="sm"
      title={
        group.alerts.length === 1
          ? alertTexts.acknowledgeAlert
          : alertTexts.acknowledgeMany(group.alerts.length)
      }
      description={`${group.wellName}, ${words.formatDayFull(group.productionDate)}`}
      footer={
        <>
          <Button onClick={onClose}>{controlTexts.cancel}</Button>
          <Button type="submit" form={formId} variant="primary" loading={saving}>
            {alertTexts.acknowledge}
          </Button>
        </>
      }
    >
      <form
        noValidate
        id={formId}
        className="flex flex-col gap-4 text-sm"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <ul className="flex flex-col gap-1">
          {group.alerts.map((alert) => (
            <li key={alert.id} className="flex items-center gap-3">
              <ProductMark product={alert.product} className="w-16" />
              <AlertChange alert={alert} />
            </li>
          ))}
        </ul>
        <Field
          label={fieldLabel('alert', 'comment')}
          hint={alertTexts.commentHint}
          error={state.problem === null ? undefined : words.formatMessage(state.problem)}
        >
          <TextArea
            autoFocus
            value={state.comment}
            onChange={(event) => {
              form.type(event.target.value);
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
              event.preventDefault();
              submit();
            }}
          />
        </Field>
        {problem !== undefined && <FormAlert>{problem}</FormAlert>}
      </form>
    </Dialog>
  );
}
