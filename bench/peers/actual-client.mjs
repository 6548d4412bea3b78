/**
 * Actual's own client, a budget a push. A record is a transaction: oil is its amount, in hundredths; gas and water are in
 * its `imported_id`, since it has no other numbers. It becomes eight messages, which go out in one request.
 */
import * as api from '@actual-app/api';
import { records } from './records.mjs';
import { serveSteps, timed } from './serve-steps.mjs';

const PASSWORD = 'pumpers-and-gaugers-9';
let send;
let made = 0;

const toTransaction = ({ day, oil, gas, water, notes }, index) => ({
  date: day,
  amount: Math.round(oil * 100),
  imported_id: `${gas};${water};${index}`,
  notes,
});

serveSteps({
  open: async ({ server, folder }) => {
    // Sets the password the first time; refused the second time, which is fine too.
    await fetch(`${server}/account/bootstrap`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ password: PASSWORD }),
    });
    ({ send } = await api.init({ dataDir: folder, serverURL: server, password: PASSWORD }));
  },
  prepare: async (count) => {
    made += 1;
    await send('create-budget', { budgetName: `budget-${made}` });
    const account = await api.createAccount({ name: 'Records' }, 0);
    await api.sync();
    await api.addTransactions(account, records(count).map(toTransaction));
  },
  push: async () => {
    const time = await timed(() => api.sync());
    const budgets = await api.getBudgets();
    return { time, place: budgets.find(({ name }) => name === `budget-${made}`)?.groupId };
  },
  nothing: () => timed(() => api.sync()),
  pull: async ({ place, count }) => {
    const time = await timed(() => api.downloadBudget(place));
    const [account] = await api.getAccounts();
    const found = await api.getTransactions(account.id, '2000-01-01', '2090-01-01');
    if (found.length !== count) throw new Error(`${found.length} of ${count} transactions came over`);
    return time;
  },
});
