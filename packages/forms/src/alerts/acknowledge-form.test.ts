import { describe, expect, it } from 'vitest';
import { AcknowledgeForm, AcknowledgeForms } from './acknowledge-form.ts';

describe('acknowledging', () => {
  it('needs no comment, and takes blanks for none', () => {
    const form = new AcknowledgeForm();
    expect(form.state.answer).toEqual({ comment: null, to: null });
    form.type('   ');
    expect(form.state.answer).toEqual({ comment: null, to: null });
    form.type(' down for a pump change ');
    expect(form.state.answer).toEqual({ comment: 'down for a pump change', to: null });
  });

  it('says that a comment is too long, and sends nothing until it is not', () => {
    const form = new AcknowledgeForm();
    form.type('x'.repeat(5000));
    expect(form.state.answer).toBeNull();
    expect(form.state.problem).not.toBeNull();
    form.type('x');
    expect(form.state).toMatchObject({ answer: { comment: 'x' }, problem: null });
  });

  it('waits for a whole day where alerts are acknowledged up to one', () => {
    const form = new AcknowledgeForm('2025-10-23');
    form.chooseDay('');
    expect(form.state).toMatchObject({ to: '', answer: null });
    form.chooseDay('2025-10-22');
    expect(form.state.answer).toEqual({ comment: null, to: '2025-10-22' });
  });

  it('keeps what was typed when the dialog was closed by accident, until it is saved', () => {
    const forms = new AcknowledgeForms();
    forms.of('one').type('down for a pump change');
    expect(forms.of('two').state.comment).toBe('');
    expect(forms.of('one').state.comment).toBe('down for a pump change');
    forms.forget('one');
    expect(forms.of('one').state.comment).toBe('');
  });
});
