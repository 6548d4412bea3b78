import { refusalSentence, type NotSaved } from '@wellpulse/forms';
import { Button } from '../components/buttons/Button.tsx';
import { useWords } from '../lib/words-context.tsx';
import { FormAlert } from './FormAlert.tsx';

export interface FormRefusalProps<Row> {
  /** A form that is saved. */
  readonly form: {
    readonly notSaved: NotSaved<Row> | null;
    readonly takeNewer: (newer: Row, how: { readonly keepsTyped: boolean }) => void;
  };
  /** Names the button that brings what somebody else has saved meanwhile. */
  readonly showNow?: string;
  /** Whether the boxes that were changed by hand keep what was typed then. */
  readonly keepsTyped?: boolean;
}

/**
 * Why a form as a whole was not saved, if it was not. What is wrong with a box stands there.
 *
 * @example
 * <FormRefusal form={form} showNow={wellTexts.showNow} />
 */
export function FormRefusal<Row>({ form, showNow, keepsTyped = false }: FormRefusalProps<Row>) {
  const words = useWords();
  if (form.notSaved === null || form.notSaved.errors.length > 0) return null;
  const { trouble, newer } = form.notSaved;
  return (
    <FormAlert>
      {refusalSentence(words, trouble)}
      {showNow !== undefined && newer !== null && (
        <Button
          size="sm"
          className="mt-2 flex"
          onClick={() => {
            form.takeNewer(newer, { keepsTyped });
          }}
        >
          {showNow}
        </Button>
      )}
    </FormAlert>
  );
}
