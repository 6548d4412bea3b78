/** What `npm run simulate` takes. Plain JavaScript: it is read under Node 20, before anything is installed. */
export const command = /** @type {const} */ ({
  name: 'npm run simulate --',
  summary:
    'Plays whole days of syncing, one for each seed, and prints what went wrong in the first that fails: docs/simulation.md.',
  options: {
    seeds: { type: 'string', value: 'N', default: '1000', help: 'how many seeds are played' },
    seed: { type: 'string', value: 'N', default: '1', help: 'the first seed' },
    variant: { type: 'string', value: 'name', help: 'plays a product that is broken in one place' },
    all: { type: 'boolean', default: false, help: 'goes on after a seed that fails' },
  },
  example: 'npm run simulate -- --seeds 50 --variant forgets-settled',
});
