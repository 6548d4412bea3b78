'use client';

import { refusalSentence, type NotSaved } from '@wellpulse/forms';
import { Button, useWords } from '@wellpulse/ui';

export interface FormRefusalProps<Row> {
  readonly notSaved: NotSaved<Row>;
  /** What brings the record that somebody else has saved meanwhile. */
  readonly showNow?: { readonly label: string; readonly onClick: (newer: Row) => void };
}

/** Why a form as a whole was not saved. What is wrong with a box stands there. */
export function FormRefusal<Row>({ notSaved: { trouble, newer }, showNow }: FormRefusalProps<Row>) {
  const words = useWords();
  return (
    <>
      {refusalSentence(words, trouble)}
      {showNow !== undefined && newer !== null && (
        <Button
          size="sm"
          className="mt-2 flex"
          onClick={() => {
            showNow.onClick(newer);
          }}
        >
          {showNow.label}
        </Button>
      )}
    </>
  );
}
