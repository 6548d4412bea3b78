import { z } from 'zod';
import { endpoint } from '../endpoint/endpoint.ts';
import { ENTITIES } from '../events.ts';
import { uuidSchema } from '../fields/fields.ts';
import { queryInt } from '../fields/lists.ts';
import { importProgressSchema } from '../imports/import.ts';

/**
 * What the live stream tells: that something was committed, not what. A reader asks again for what it shows.
 * `wellIds` is empty when the change touches too many wells to name: then any may have changed.
 */
export const liveChangeSchema = z
  .object({
    sequence: z.int().meta({ description: 'The newest event of the log' }),
    entities: z.array(z.enum(ENTITIES)),
    wellIds: z.array(uuidSchema),
  })
  .meta({ id: 'LiveChange' });
export type LiveChange = z.infer<typeof liveChangeSchema>;

/** Server-sent event names and what their data holds. */
export const LIVE_EVENTS = { change: liveChangeSchema, 'import-progress': importProgressSchema } as const;

export const liveEndpoints = {
  stream: endpoint({
    method: 'GET',
    path: '/live',
    access: 'READ',
    summary: 'Server-sent events: `change` after each commit, `import-progress` while an import runs',
    tag: 'Live',
    query: z.object({
      since: queryInt(0, Number.MAX_SAFE_INTEGER).optional().meta({
        description:
          'The newest event that the reader knows of: if there are others, a first `change` says that anything may have changed',
      }),
    }),
    status: 200,
    answer: liveChangeSchema,
    produces: ['text/event-stream'],
  }),
};
