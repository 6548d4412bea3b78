import { useWords } from '@wellpulse/forms';
import { Button } from '../Button.tsx';
import { Dialog } from './Dialog.tsx';
import { Notice } from '../Notice.tsx';

export interface ConfirmDialogProps {
  readonly title: string;
  /** What will be different. */
  readonly about: string;
  readonly confirmLabel: string;
  readonly kind?: 'PRIMARY' | 'DANGER';
  readonly busy?: boolean;
  /** Why it was not done. */
  readonly problem?: string | undefined;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before something is done that a person may not have meant. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, about, confirmLabel, kind = 'DANGER', busy = false, problem, onConfirm, onClose } = props;
  const { controlTexts } = useWords();
  return (
    <Dialog
      title={title}
      about={about}
      onClose={onClose}
      actions={
        <>
          <Button kind={kind} label={confirmLabel} busy={busy} onPress={onConfirm} />
          <Button label={controlTexts.cancel} onPress={onClose} />
        </>
      }
    >
      {problem !== undefined && <Notice tone="bad" alert text={problem} />}
    </Dialog>
  );
}
