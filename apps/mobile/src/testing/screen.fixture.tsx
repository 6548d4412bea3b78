/** A screen in a test: what it says, and the fingers on it. */
import { QueryClientProvider } from '@tanstack/react-query';
import { WordsContext } from '@wellpulse/forms';
import { createWords } from '@wellpulse/words';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Phone } from '../data/phone.ts';
import { PhoneContext } from '../lib/phone-context.tsx';
import { reads } from '../lib/reads.ts';
import { SessionContext, type Session } from '../lib/session.tsx';

interface Control {
  readonly kind: string;
  readonly props: Readonly<Record<string, unknown>>;
}

let controls: Control[] = [];

/** Called by what is drawn. */
export function noteControl(kind: string, props: object): void {
  controls.push({ kind, props: props as Control['props'] });
}

/** What a screen draws at one moment. Whatever a person does there shows when it is drawn again. */
export interface DrawnScreen {
  /** What stands there, one line after the other. */
  readonly text: string;
  /** The names of all that can be pressed. */
  readonly buttons: readonly string[];
  /** The names of the boxes. */
  readonly boxes: readonly string[];
  readonly valueOf: (box: string) => unknown;
  readonly type: (box: string, text: string) => void;
  /** The key behind the number. */
  readonly enter: (box: string) => void;
  readonly press: (button: string) => void;
}

/** Where a screen is drawn. */
export interface Around {
  readonly phone?: Partial<Phone>;
  readonly session?: Partial<Session>;
}

export function drawn(screen: ReactNode, { phone, session }: Around = {}): DrawnScreen {
  controls = [];
  const markup = renderToStaticMarkup(
    <QueryClientProvider client={reads}>
      <WordsContext value={createWords('en')}>
        {/* Whoever asks for more than the test gives fails. */}
        <PhoneContext value={(phone ?? null) as Phone | null}>
          <SessionContext value={(session ?? null) as Session | null}>{screen}</SessionContext>
        </PhoneContext>
      </WordsContext>
    </QueryClientProvider>,
  );
  const drawnControls = controls;
  const named = (kind: string) =>
    drawnControls.filter((control) => control.kind === kind && control.props['disabled'] !== true);
  const find = (kind: string, name: string): Control['props'] => {
    const found = named(kind).find(({ props }) => props['aria-label'] === name);
    if (found === undefined) throw new Error(`Nothing is called ${name}: ${namesOf(named(kind)).join(', ')}`);
    return found.props;
  };
  const call = (kind: string, name: string, deed: string, given?: unknown): void => {
    const act = find(kind, name)[deed];
    if (typeof act !== 'function') throw new Error(`${name} has no ${deed}`);
    Reflect.apply(act, undefined, [given]);
  };
  return {
    text: textOf(markup),
    buttons: namesOf(named('Pressable')),
    boxes: namesOf(named('TextInput')),
    valueOf: (box) => find('TextInput', box)['value'],
    type: (box, text) => call('TextInput', box, 'onChangeText', text),
    enter: (box) => call('TextInput', box, 'onSubmitEditing'),
    press: (button) => call('Pressable', button, 'onPress'),
  };
}

const namesOf = (given: readonly Control[]): string[] =>
  given.map(({ props: { 'aria-label': label } }) => (typeof label === 'string' ? label : ''));

const textOf = (markup: string): string =>
  markup
    .replaceAll(/<[^>]*>/g, '\n')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll(/\n+/g, '\n')
    .trim();
