import type { Reply, Transport } from '@wellpulse/offline';

type BatchCall = { readonly ids: readonly string[]; readonly ask: () => Promise<Reply> };

/** The same link, except that batches are handled differently. */
export const onBatch = (transport: Transport, handle: (batch: BatchCall) => Promise<Reply>): Transport => ({
  put: (request) => transport.put(request),
  call: (endpoint, request, options) => {
    const ask = (): Promise<Reply> => transport.call(endpoint, request, options);
    if (endpoint.path !== '/sync/batch') return ask();
    const { events } = request.body as unknown as { readonly events: readonly { readonly id: string }[] };
    return handle({ ids: events.map(({ id }) => id), ask });
  },
});
