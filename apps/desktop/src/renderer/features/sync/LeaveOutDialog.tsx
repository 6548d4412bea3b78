/** Asks why an entry or a photo is given up. The reason stays in the log. */
import { Button, Dialog, Field, Input, useWords } from '@wellpulse/ui';
import { useId, useRef, useState, type SubmitEvent } from 'react';
import { problemSentence } from '../../lib/bridge.ts';

export interface LeaveOutDialogProps {
  readonly title: string;
  readonly onLeaveOut: (reason: string) => Promise<void>;
  readonly onClose: () => void;
}

export function LeaveOutDialog({ title, onLeaveOut, onClose }: LeaveOutDialogProps) {
  const words = useWords();
  const { controlTexts, deskWords } = words;
  const formId = useId();
  const box = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget).get('reason');
    const reason = typeof typed === 'string' ? typed.trim() : '';
    if (reason === '') {
      setProblem(deskWords.reasonMissing);
      box.current?.focus();
      return;
    }
    try {
      await onLeaveOut(reason);
      onClose();
    } catch (error) {
      setProblem(problemSentence(words, error));
    }
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={deskWords.leaveOutTitle}
      description={title}
      footer={
        <>
          <Button size="field" onClick={onClose}>
            {controlTexts.cancel}
          </Button>
          <Button size="field" type="submit" form={formId} variant="danger">
            {deskWords.leaveOut}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={(event) => void submit(event)}>
        <Field label={deskWords.reason} hint={deskWords.leaveOutHint} error={problem ?? undefined} required>
          <Input ref={box} name="reason" maxLength={500} autoFocus />
        </Field>
      </form>
    </Dialog>
  );
}
