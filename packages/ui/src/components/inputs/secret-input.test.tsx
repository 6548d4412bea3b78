import { createWords } from '@wellpulse/words';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { WordsProvider } from '../../lib/words-context.tsx';
import { Field } from './Field.tsx';
import { SecretInput } from './SecretInput.tsx';

const { controlTexts } = createWords('en');

type Attributes = Readonly<Record<string, string>>;

/** The elements of a kind, each by its attributes. */
function elementsOf(screen: ReactNode) {
  const markup = renderToStaticMarkup(<WordsProvider words={createWords('en')}>{screen}</WordsProvider>);
  return (kind: string): Attributes[] =>
    [...markup.matchAll(new RegExp(`<${kind}( [^>]*)>`, 'g'))].map(([, inside = '']) =>
      Object.fromEntries(
        [...inside.matchAll(/ ([\w-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [
          name.toLowerCase(),
          value,
        ]),
      ),
    );
}

const PIN = <SecretInput autoComplete="new-password" name="pin" inputMode="numeric" defaultValue="4711" />;

it('hides what is typed until somebody asks, and keeps it from whoever checks spelling', () => {
  const [box] = elementsOf(PIN)('input');
  expect(box).toMatchObject({
    ...{ type: 'password', name: 'pin', value: '4711', inputmode: 'numeric' },
    ...{ autocomplete: 'new-password', autocapitalize: 'none', spellcheck: 'false' },
  });
});

it('has a switch with a name, which sends no form', () => {
  const [button, ...others] = elementsOf(PIN)('button');
  expect(others).toEqual([]);
  expect(button).toMatchObject({
    ...{ type: 'button', 'aria-label': controlTexts.showTyped, 'aria-pressed': 'false' },
  });
  expect(button).not.toHaveProperty('tabindex');
});

it('says by each switch of which box it is, and by each box what is wrong', () => {
  const all = elementsOf(
    <>
      <Field label="Current">
        <SecretInput autoComplete="current-password" />
      </Field>
      <Field label="New" error="Too short" required>
        <SecretInput autoComplete="new-password" />
      </Field>
    </>,
  );
  const boxes = all('input');
  expect(new Set(boxes.map(({ id }) => id)).size).toBe(2);
  expect(all('button').map((button) => button['aria-controls'])).toEqual(boxes.map(({ id }) => id));
  const labels = all('label');
  expect(labels.map((label) => label['for'])).toEqual(boxes.map(({ id }) => id));
  expect(all('button').map((button) => button['aria-describedby'])).toEqual(labels.map(({ id }) => id));
  expect(boxes.map((box) => box['aria-invalid'])).toEqual([undefined, 'true']);
  expect(boxes[1]?.['aria-describedby']).toBe(`${boxes[1]?.['id'] ?? ''}-error`);
});

it('can be switched off as a whole', () => {
  const all = elementsOf(<SecretInput autoComplete="off" disabled />);
  for (const kind of ['input', 'button']) expect(all(kind)[0]).toHaveProperty('disabled');
});
