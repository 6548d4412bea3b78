/** What a person says of alerts that they have seen: a comment, and of many at once up to which day. */
import { alertAcknowledgeSchema } from '@wellpulse/contracts';
import { Observable } from '../state/observable.ts';

/** What is sent. */
export interface Acknowledgement {
  readonly comment: string | null;
  /** `YYYY-MM-DD`; null where single alerts are meant. */
  readonly to: string | null;
}

/** What the screen shows. */
export interface AcknowledgeState {
  /** As it was typed. */
  readonly comment: string;
  /** Empty while a part of it is being typed; null where single alerts are meant. */
  readonly to: string | null;
  /** What is to be sent; null while something is wrong with it. */
  readonly answer: Acknowledgement | null;
  /** What is wrong with the comment, as a message of the contracts. */
  readonly problem: string | null;
}

/**
 * One for each group of alerts: who closes the dialog by accident finds their comment when they open it again.
 *
 * @example
 * const form = new AcknowledgeForm();
 * form.type('down for a pump change');
 * form.state.answer; // { comment: 'down for a pump change', to: null }
 */
export class AcknowledgeForm extends Observable {
  #state: AcknowledgeState;

  /** `to` is the last day, to begin with, of alerts that are acknowledged together. */
  constructor(to: string | null = null) {
    super();
    this.#state = stateOf('', to);
  }

  /** The same object until something is typed. */
  get state(): AcknowledgeState {
    return this.#state;
  }

  /** The comment becomes this text. */
  type(comment: string): void {
    this.#state = stateOf(comment, this.#state.to);
    this.changed();
  }

  /** The last day becomes this one; empty while it is being typed. */
  chooseDay(to: string): void {
    this.#state = stateOf(this.#state.comment, to);
    this.changed();
  }
}

function stateOf(comment: string, to: string | null): AcknowledgeState {
  const parsed = alertAcknowledgeSchema.safeParse({ comment: comment.trim() === '' ? null : comment });
  const answer = parsed.success && to !== '' ? { comment: parsed.data.comment, to } : null;
  return { comment, to, answer, problem: parsed.error?.issues[0]?.message ?? null };
}

/**
 * The forms of the alerts of a page, by the group's id.
 *
 * @example
 * const form = forms.of(group.id); // with what was typed before the dialog was closed
 */
export class AcknowledgeForms {
  readonly #forms = new Map<string, AcknowledgeForm>();

  /** Its form, a new one at first. */
  of(groupId: string): AcknowledgeForm {
    const known = this.#forms.get(groupId);
    if (known !== undefined) return known;
    const form = new AcknowledgeForm();
    this.#forms.set(groupId, form);
    return form;
  }

  /** What was said is saved. */
  forget(groupId: string): void {
    this.#forms.delete(groupId);
  }
}
