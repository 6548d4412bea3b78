import { endpoints } from '@wellpulse/contracts';
import { anItem, aLog, aWell } from '@wellpulse/testing';
import { afterAll, expect, test } from 'vitest';
import { startBareApi } from '../support/harness.ts';

const { wells, equipment, maintenance } = endpoints;
const api = await startBareApi();
afterAll(() => api.stop());
api.clock.stopAt('2025-06-16T03:00:00Z');
const tenant = await api.addTenant({ name: 'Acme, Inc;\r\nPetroleum' });
const { id: wellId } = await tenant.manager.ask(wells.create, {
  body: aWell({ name: 'Mærsk; Flat, #1', route: 'North' }),
});
const { id: equipmentId } = await tenant.operator.ask(equipment.create, {
  params: { wellId },
  body: anItem({ serialNumber: 'PJ-1', installationDate: '2024-02-29', serviceIntervalDays: 10 }),
});

async function calendar(query = ''): Promise<{ headers: Headers; text: string; lines: string[] }> {
  const response = await tenant.viewer.fetch(`/maintenance/calendar${query}`);
  expect(response.status).toBe(200);
  const text = await response.text();
  // A long line goes on in the next one, after a space (RFC 5545, 3.1).
  const lines = text.replaceAll(/\r\n[ \t]/g, '').split('\r\n');
  return { headers: response.headers, text, lines };
}

test('what is due is a calendar that programs understand', async () => {
  const { headers, text, lines } = await calendar();
  expect(headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  expect(headers.get('content-disposition')).toBe(`attachment; filename=${tenant.slug}-maintenance.ics`);
  expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  expect(lines).toEqual(
    expect.arrayContaining([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'NAME:Acme\\, Inc\\;\\nPetroleum: maintenance',
      'BEGIN:VEVENT',
      `UID:${equipmentId}@maintenance.wellpulse`,
      'DTSTAMP:20250616T030000Z',
      'DTSTART;VALUE=DATE:20240310',
      'SUMMARY:Pump jack PJ-1: maintenance due',
      'LOCATION:Mærsk\\; Flat\\, #1',
      'DESCRIPTION:Well: Mærsk\\; Flat\\, #1\\nRoute: North\\nNot serviced yet',
      'END:VEVENT',
      'END:VCALENDAR',
    ]),
  );
  expect(text).not.toMatch(/TZID|VTIMEZONE/);
});

test.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/Chicago'])(
  'its days are the same with a server that stands in %s',
  async (zone) => {
    const before = process.env['TZ'];
    process.env['TZ'] = zone;
    try {
      expect((await calendar()).lines).toContain('DTSTART;VALUE=DATE:20240310');
    } finally {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    }
  },
);

test('an item that was serviced moves to its next day, as the same event', async () => {
  await tenant.operator.ask(maintenance.log, {
    params: { equipmentId },
    body: aLog({ maintenanceDate: '2025-06-14', nextMaintenanceDate: '9999-12-31' }),
  });
  const { lines } = await calendar();
  expect(lines.filter((line) => line.startsWith('UID:'))).toEqual([
    `UID:${equipmentId}@maintenance.wellpulse`,
  ]);
  expect(lines).toContain('DTSTART;VALUE=DATE:99991231');
  expect(lines.join('\n')).toContain('Last maintenance: 2025-06-14');
});

test('it takes the filters of the due list', async () => {
  expect((await calendar('?due=OVERDUE')).lines).not.toContain('BEGIN:VEVENT');
  expect((await calendar('?due=SCHEDULED&route=North')).lines).toContain('BEGIN:VEVENT');
  expect((await tenant.viewer.fetch('/maintenance/calendar?due=LATE')).status).toBe(400);
});
