import { createWords } from '@wellpulse/words';
import { describe, expect, it } from 'vitest';
import { toPreview } from './csv-preview.ts';
import { guessDateFormat, guessMapping, missingColumns, toMapping } from './mapping-form.ts';

const words = createWords('en');
const FILE = [
  'DATEPRD,WELL_BORE_CODE,NPD_WELL_BORE_NAME,BORE_OIL_VOL,BORE_GAS_VOL,BORE_WAT_VOL,FLOW_KIND',
  '07-Apr-14,NO 1-A,1-A,0,0,0,production',
  '08-Apr-14,NO 1-A,1-A,"1,284.5","194,496",,production',
  '',
].join('\n');

describe('guessing how a file is to be read', () => {
  it('finds the columns by their names and contents', async () => {
    expect(guessMapping(await toPreview(FILE, true))).toMatchObject({
      wellColumn: 'NPD_WELL_BORE_NAME',
      wellBy: 'NAME',
      dateColumn: 'DATEPRD',
      dateFormat: 'd-MMM-yy',
      oil: { column: 'BORE_OIL_VOL', unit: 'BBL' },
      gas: { column: 'BORE_GAS_VOL', unit: 'MCF' },
      water: { column: 'BORE_WAT_VOL', unit: 'BBL' },
      decimalSeparator: '.',
    });
  });

  it('knows API numbers, cubic metres and decimal commas', async () => {
    const preview = await toPreview('API;Date;Oil Sm3\n42-165-12345;2025-10-24;12,5\n', true);
    expect(guessMapping(preview)).toMatchObject({
      wellBy: 'API_NUMBER',
      oil: { column: 'Oil Sm3', unit: 'SM3' },
      decimalSeparator: ',',
    });
  });

  it.each([
    [['2025-10-24', '2025-01-02'], 'yyyy-MM-dd'],
    [['10/24/2025', '1/2/2025'], 'M/d/yyyy'],
    [['24/10/2025', '1/2/2025'], 'd/M/yyyy'],
    [['1/2/2025', '3/4/2025'], 'M/d/yyyy'],
    [['24.10.2025', ''], 'd.M.yyyy'],
    [['2025-10-24 06:41:00'], 'yyyy-MM-dd HH:mm:ss'],
    [['tomorrow'], null],
    [['', ' '], null],
  ])('reads %j as %s', (texts, format) => {
    expect(guessDateFormat(texts)).toBe(format);
  });

  it('knows a file of months, and on how many days of each the well produced', async () => {
    const form = guessMapping(await toPreview('Well,Month,Oil,Days on\nA,Oct 2025,930,31\n', true));
    expect(form).toMatchObject({
      dateColumn: 'Month',
      dateFormat: 'MMM yyyy',
      rowsHold: 'MONTH',
      daysOnColumn: 'Days on',
    });
    expect(toMapping(words, form, await toPreview('Well,Month,Oil,Days on\n', true))).toMatchObject({
      ok: true,
      value: { monthTotals: { daysOn: { column: 'Days on' } } },
    });
  });

  it('takes no file for estimates that only names its months', async () => {
    const rows = '\nA,2025-10-01,30,2025-10\n';
    const form = guessMapping(await toPreview(`Well,Day,Oil,Month${rows}`, true));
    expect(form.monthColumn).toBe('');
    const said = guessMapping(await toPreview(`Well,Day,Oil,Estimated from${rows}`, true));
    expect(said.monthColumn).toBe('Estimated from');
  });

  it('offers a form even for a file in which it recognises nothing', async () => {
    const form = guessMapping(await toPreview('a,b\n1,2\n', true));
    expect(form).toMatchObject({ wellColumn: '', dateColumn: '', oil: { column: '' } });
  });
});

describe('the mapping that is sent', async () => {
  const preview = await toPreview(FILE, true);
  const form = guessMapping(preview);

  it('names the column of the month where one was chosen', () => {
    expect(toMapping(words, form, preview)).not.toHaveProperty('value.estimatedFrom');
    const chosen = toMapping(words, { ...form, monthColumn: 'FLOW_KIND' }, preview);
    expect(chosen).toMatchObject({ ok: true, value: { estimatedFrom: { column: 'FLOW_KIND' } } });
    expect(missingColumns({ ...form, monthColumn: 'Month' }, preview)).toEqual(['Month']);
  });

  it('leaves out what was not chosen', () => {
    const outcome = toMapping(words, { ...form, gas: { column: '', unit: 'MCF' } }, preview);
    expect(outcome).toMatchObject({ ok: true, value: { delimiter: ',', oil: { unit: 'BBL' } } });
    expect(outcome.ok && 'gas' in outcome.value).toBe(false);
  });

  it('says what is missing by the field', () => {
    const outcome = toMapping(words, { ...form, wellColumn: '', dateFormat: 'whenever' }, preview);
    expect(outcome).toMatchObject({
      ok: false,
      errors: [
        { path: 'well.column', message: 'Name a column' },
        { path: 'date.format', message: expect.stringContaining('such as yyyy-MM-dd') },
        { path: 'date.format', message: 'Must hold a year, a month and a day, once each' },
      ],
    });
  });

  it('notices a column that this file lacks', () => {
    expect(missingColumns({ ...form, dateColumn: 'DATE' }, preview)).toEqual(['DATE']);
    expect(missingColumns(form, preview)).toEqual([]);
  });
});
