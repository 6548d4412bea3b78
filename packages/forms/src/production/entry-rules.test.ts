import { forEachField, PRODUCTION_VALUES } from '@wellpulse/contracts';
import { createWords } from '@wellpulse/words';
import { describe, expect, it } from 'vitest';
import { emptyEntry, entryTextOf, isBlank } from './entry-text.ts';
import { comparedVolume, parseEntry, parseReading, varianceNote, shownVolume } from './entry-rules.ts';

const words = createWords('en');

const TODAY = '2025-10-24';

describe('a typed volume', () => {
  it.each([
    ['42.5', 42.5],
    [' 1,234.5 ', 1234.5],
    ['12,345,678', 12345678],
    ['1 234.50', 1234.5],
    ['.5', 0.5],
    ['7.', 7],
    ['0', 0],
    ['', null],
    ['  ', null],
  ])('reads "%s" as %s', (text, volume) => {
    expect(parseReading(words, text, 'oilVolume')).toEqual({ ok: true, value: volume });
  });

  it.each([
    ['abc', 'Oil must be a number, such as 42.5'],
    ['.', 'Oil must be a number, such as 42.5'],
    ['4 2', 'Oil must be a number, such as 42.5'],
    ['1,5', 'Oil must be a number, such as 42.5'],
    ['12,34,567', 'Oil must be a number, such as 42.5'],
    ['1e5', 'Oil must be a number, such as 42.5'],
    ['-3', 'Oil must not be negative'],
    ['1.005', 'Oil must have at most two decimals'],
    ['100000000', 'Oil is too large'],
  ])('refuses "%s" in words', (text, message) => {
    expect(parseReading(words, text, 'oilVolume')).toEqual({ ok: false, message });
  });
});

const nothing = forEachField(PRODUCTION_VALUES, () => null);

describe('an entry', () => {
  it('is what was typed, with nothing for what was not measured', () => {
    const text = { ...emptyEntry(TODAY), oilVolume: '1,042.5', waterVolume: '0', notes: '  ' };
    expect(parseEntry(words, text, TODAY)).toEqual({
      ok: true,
      entry: { ...nothing, productionDate: TODAY, oilVolume: 1042.5, waterVolume: 0 },
    });
  });

  it('needs at least one volume', () => {
    const parsed = parseEntry(words, { ...emptyEntry(TODAY), notes: 'Gate locked' }, TODAY);
    expect(parsed).toEqual({
      ok: false,
      errors: [{ path: 'oilVolume', message: 'Give at least one of oil, gas and water' }],
    });
  });

  it('names each field that is wrong once', () => {
    const parsed = parseEntry(words, { ...emptyEntry('2025-10-25'), gasVolume: 'lots' }, TODAY);
    expect(parsed).toEqual({
      ok: false,
      errors: [
        { path: 'gasVolume', message: 'Gas must be a number, such as 42.5' },
        { path: 'productionDate', message: 'The day must not be after today' },
      ],
    });
  });

  it('goes into the inputs and comes back the same', () => {
    const record = { ...nothing, productionDate: TODAY, oilVolume: 1234.5, waterVolume: 0, notes: 'ok' };
    const recorded = { ...record, estimatedFrom: null };
    expect(parseEntry(words, entryTextOf(recorded), TODAY)).toEqual({ ok: true, entry: record });
    expect(isBlank(emptyEntry(TODAY))).toBe(true);
  });

  it('begins with empty boxes in the place of an estimate, and compares nothing with it', () => {
    const estimate = { ...nothing, oilVolume: 30, notes: 'ok', estimatedFrom: '2025-10' };
    const text = entryTextOf({ ...estimate, productionDate: TODAY });
    expect(text).toMatchObject({ oilVolume: '', notes: 'ok' });
    expect(comparedVolume(estimate, 'oilVolume')).toBeNull();
    expect(shownVolume(words, estimate, 'oilVolume')).toBe('est. 30.0');
  });
});

describe('the warning beside a volume', () => {
  it('speaks only beyond the threshold', () => {
    expect(varianceNote(words, '50.4', 42, 'OIL', 20)).toBeNull();
    expect(varianceNote(words, '50.41', 42, 'OIL', 20)).toBe('+20 % against 42.0 the day before');
    expect(varianceNote(words, '18', 42, 'OIL', 20)).toBe('−57 % against 42.0 the day before');
  });

  it('tells stopping and starting again apart from a change', () => {
    expect(varianceNote(words, '0', 42, 'OIL', 20)).toBe('Stopped: 42.0 bbl the day before');
    expect(varianceNote(words, '3', 0, 'GAS', 20)).toBe('Producing again after zero the day before');
  });

  it('has nothing to say without a day before, or while the text is no number', () => {
    expect(varianceNote(words, '18', null, 'OIL', 20)).toBeNull();
    expect(varianceNote(words, '18x', 42, 'OIL', 20)).toBeNull();
    expect(varianceNote(words, '', 42, 'OIL', 20)).toBeNull();
  });
});
