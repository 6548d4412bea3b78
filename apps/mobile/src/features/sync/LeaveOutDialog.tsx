/** Gives up what the office refused, with the person's reason. It stays in the log. */
import { useWords } from '@wellpulse/forms';
import type { PendingItem } from '@wellpulse/offline';
import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/asking/Dialog.tsx';
import { TextBox } from '../../components/TextBox.tsx';
import { useToast } from '../../components/Toast.tsx';
import { usePhone } from '../../lib/phone-context.tsx';
import { problemSentence } from '../../data/problem-sentence.ts';
import { readAgain } from '../../lib/reads.ts';

export interface LeaveOutDialogProps {
  readonly item: PendingItem;
  readonly title: string;
  readonly onClose: () => void;
}

const LONGEST_REASON = 500;

export function LeaveOutDialog({ item, title, onClose }: LeaveOutDialogProps) {
  const words = useWords();
  const { controlTexts, deskWords } = words;
  const { client } = usePhone();
  const say = useToast();
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const leaveOut = async () => {
    const given = reason.trim();
    if (given === '') {
      setProblem(deskWords.reasonMissing);
      return;
    }
    try {
      if (item.eventId !== null) await client.skip(item.eventId, given);
      else if (item.photoId !== null) await client.skipPhoto(item.photoId, given);
      onClose();
      say(`${deskWords.leftOut}: ${title}`);
      await readAgain();
    } catch (error) {
      setProblem(problemSentence(words, error));
    }
  };
  return (
    <Dialog
      title={deskWords.leaveOutTitle}
      about={title}
      onClose={onClose}
      actions={
        <>
          <Button kind="DANGER" label={deskWords.leaveOut} onPress={() => void leaveOut()} />
          <Button label={controlTexts.cancel} onPress={onClose} />
        </>
      }
    >
      <TextBox
        label={deskWords.reason}
        hint={deskWords.leaveOutHint}
        error={problem}
        value={reason}
        autoFocus
        maxLength={LONGEST_REASON}
        onChangeText={(text) => {
          setReason(text);
          setProblem(undefined);
        }}
      />
    </Dialog>
  );
}
