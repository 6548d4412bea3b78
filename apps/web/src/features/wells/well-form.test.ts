import type { Well } from '@wellpulse/contracts';
import { describe, expect, it } from 'vitest';
import { toCreateBody, toFormValues, toUpdateBody } from './well-form.ts';

const well: Well = {
  id: '0b6c1f0e-8f5c-4a3e-9a51-1d2f3a4b5c6d',
  name: 'Acme #7',
  apiNumber: '42-165-12345',
  lease: 'Acme',
  field: null,
  operator: null,
  latitude: 31.8457,
  longitude: -102.3676,
  status: 'ACTIVE',
  spudDate: null,
  pluggedOn: null,
  route: 'North',
  routePosition: 3,
  operatorIds: [],
  createdAt: '2025-10-20T06:41:00Z',
  updatedAt: '2025-10-20T06:41:00Z',
  version: 4,
};

describe('the form of a well', () => {
  it('sends only what was changed, and the version that was read', () => {
    const values = { ...toFormValues(well), route: '', routePosition: '12' };
    expect(toUpdateBody(values, well)).toEqual({
      ok: true,
      body: { route: null, routePosition: 12, version: 4 },
    });
  });

  it('says in words what is no number', () => {
    expect(toUpdateBody({ ...toFormValues(well), latitude: '31,8' }, well)).toEqual({
      ok: false,
      wrong: { latitude: 'Must be a number' },
    });
  });

  it('asks for the name and the API number of a new well', () => {
    const outcome = toCreateBody(toFormValues(null));
    expect(outcome.ok ? [] : Object.keys(outcome.wrong)).toEqual(
      expect.arrayContaining(['name', 'apiNumber']),
    );
  });

  it('wants both coordinates or none', () => {
    const values = { ...toFormValues(null), name: 'New', apiNumber: '42-165-00001', latitude: '31.8' };
    expect(toCreateBody(values)).toEqual({
      ok: false,
      wrong: { longitude: 'Latitude and longitude belong together' },
    });
  });
});
