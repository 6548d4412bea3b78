/** What `npm run bench` takes. Plain JavaScript: it is read under Node 20, before anything is installed. */
export const command = /** @type {const} */ ({
  name: 'npm run bench --',
  summary: 'Measures, and prints figures and floors side by side: docs/benchmarks.md. Leaves nothing behind.',
  options: {
    wells: { type: 'string', value: 'N', default: '1000', help: 'wells of the import and the reads' },
    days: { type: 'string', value: 'N', default: '1096', help: 'days of each of them' },
    'no-chart': { type: 'boolean', default: false, help: 'leaves out the chart, which needs a Chromium' },
    only: {
      type: 'string',
      value: 'part',
      choices: ['lists', 'recording', 'laptop', 'phone', 'sync', 'offline', 'photos', 'readings', 'links'],
      help: 'measures this part alone: lists (of a device), recording (on a device), laptop and phone (their apps), sync, offline, photos, readings or links (thin ones)',
    },
    peers: { type: 'boolean', default: false, help: 'measures other ways of syncing beside ours' },
  },
  example: 'npm run bench -- --only sync --peers',
});
