/** What `npm run kill-rounds` takes. Plain JavaScript: it is read under Node 20, before anything is installed. */
export const command = /** @type {const} */ ({
  name: 'npm run kill-rounds --',
  summary:
    'Kills devices, the API and PostgreSQL while entries are on their way, and looks for each acknowledged entry.',
  options: {
    rounds: { type: 'string', value: 'N', default: '200', help: 'how many rounds are played' },
    seed: { type: 'string', value: 'N', help: 'draws the same kills again; another each time without it' },
  },
  example: 'npm run kill-rounds -- --rounds 300 --seed 7',
});
