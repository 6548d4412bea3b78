import { refusalSentence, useWords, type NotSaved } from '@wellpulse/forms';
import { Button } from '../Button.tsx';
import { Notice } from '../Notice.tsx';

export interface FormRefusalProps<Row> {
  /** A form that is saved. */
  readonly form: {
    readonly notSaved: NotSaved<Row> | null;
    readonly takeNewer: (newer: Row, how: { readonly keepsTyped: boolean }) => void;
  };
  /** Names the button that brings what somebody else has saved meanwhile. */
  readonly showNow?: string;
}

/** Why a form as a whole was not saved, if it was not. What is wrong with a box stands there. */
export function FormRefusal<Row>({ form, showNow }: FormRefusalProps<Row>) {
  const words = useWords();
  if (form.notSaved === null || form.notSaved.errors.length > 0) return null;
  const { trouble, newer } = form.notSaved;
  return (
    <Notice tone="bad" alert text={refusalSentence(words, trouble)}>
      {showNow !== undefined && newer !== null && (
        <Button
          label={showNow}
          onPress={() => {
            form.takeNewer(newer, { keepsTyped: true });
          }}
        />
      )}
    </Notice>
  );
}
