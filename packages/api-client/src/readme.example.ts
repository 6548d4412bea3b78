import { call } from '@wellpulse/api-client';
import { endpoints } from '@wellpulse/contracts';

const answer = { type: 'about:blank', title: 'Not found', status: 404, code: 'WELL_NOT_FOUND' };
const transport = {
  baseUrl: 'http://127.0.0.1:3000/api',
  accessToken: () => 'the access token',
  // Left out, it is the platform's own.
  fetch: async () => Response.json(answer, { status: 404 }),
};

const result = await call(transport, endpoints.wells.get, {
  params: { wellId: '0199f3a2-7c4e-7b1a-9a55-0c2f4d1e8a01' },
});

export const code = result.ok ? null : result.problem.code; // 'WELL_NOT_FOUND'
