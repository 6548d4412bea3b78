/** The state behind a form whose boxes all hold text: when errors show, and what leaves the form. */
import type { FieldError } from '@wellpulse/contracts';
import type { Words } from '@wellpulse/words';
import { useState } from 'react';

/** What was typed as a value, or what is wrong with it. */
export type ParsedText<Value> = { ok: true; value: Value } | { ok: false; errors: FieldError[] };

/** What a form of boxes is given. */
export interface TextFormInput<Text, Value> {
  words: Pick<Words, 'formatMessage'>;
  draft: Text;
  onDraftChange: (draft: Text) => void;
  /** From what was typed to what is sent, or to words about what is wrong with it. */
  parse: (draft: Text) => ParsedText<Value>;
  /** The server's answer to the last submission. */
  fieldErrors: readonly FieldError[];
  onSubmit: (value: Value) => void;
}

/** What a form of boxes draws with. */
export interface TextFormState<Field extends string> {
  change: (field: Field, text: string) => void;
  /** The person has left the field: from now on its error shows. */
  leave: (field: Field) => void;
  errorOf: (field: Field) => string | undefined;
  submit: () => void;
  /** Counts the submissions that were refused here: each one moves the focus to the first error. */
  refusals: number;
}

/**
 * The state of a form whose boxes all hold text.
 *
 * @example
 * const { change, leave, errorOf, submit } = useTextForm({ words, draft, onDraftChange, parse, fieldErrors, onSubmit });
 */
export function useTextForm<Field extends string, Value>({
  words,
  draft,
  onDraftChange,
  parse,
  fieldErrors,
  onSubmit,
}: TextFormInput<Record<Field, string>, Value>): TextFormState<Field> {
  const [left, setLeft] = useState<ReadonlySet<Field>>(new Set());
  const [tried, setTried] = useState(false);
  const [refusals, setRefusals] = useState(0);
  const [sent, setSent] = useState<Record<Field, string> | null>(null);
  const parsed = parse(draft);
  const own = parsed.ok ? [] : parsed.errors;

  return {
    refusals,
    change: (field, text) => {
      onDraftChange({ ...draft, [field]: text });
    },
    leave: (field) => {
      // An empty field that was only passed through is no mistake yet.
      if (draft[field].trim() !== '') setLeft((fields) => new Set(fields).add(field));
    },
    errorOf: (field) => {
      const mine = own.find((error) => error.path === field)?.message;
      if (mine !== undefined)
        return tried || (left.has(field) && draft[field].trim() !== '') ? mine : undefined;
      // What the server said about a value holds until the value changes.
      if (sent !== null && sent[field] !== draft[field]) return undefined;
      const theirs = fieldErrors.find((error) => error.path === field)?.message;
      return theirs === undefined ? undefined : words.formatMessage(theirs);
    },
    submit: () => {
      setTried(true);
      if (!parsed.ok) {
        setRefusals((count) => count + 1);
        return;
      }
      // What comes next, such as an empty form for the next day, starts without complaints.
      setTried(false);
      setLeft(new Set());
      setSent(draft);
      onSubmit(parsed.value);
    },
  };
}
