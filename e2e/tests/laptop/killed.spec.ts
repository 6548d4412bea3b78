/**
 * A laptop has no network for a week. Two people work on it in turn, and their sessions end meanwhile. It loses its power in the midst of
 * saves. All that it had said to be saved is at the office in the end, once, under its author: compared by ids, photos by their hashes.
 */
import { endpoints } from '@wellpulse/contracts';
import { addDays } from '@wellpulse/domain';
import { TEST_PASSWORD, uniqueSlug } from '@wellpulse/testing';
import { testSeed, times } from '@wellpulse/testing/depth';
import { createWords } from '@wellpulse/words';
import { Laptop } from '../../support/laptop/laptop.ts';
import { Run, sha256Of, shownOf, type Entered, type Task } from '../../support/laptop/week.ts';
import { aPicture } from '../../support/pictures.ts';
import { DAY_2, expect, test } from '../../support/test.ts';
import type { Workspace } from '../../support/workspace.ts';

const { fieldWords } = createWords('en');
const DAYS = 7;
const WELLS = times(3, 15);
const ITEMS = times(2, 10);
const LOGS_OF_AN_ITEM = times(2, 5);
const ROUNDS = times(3, 50);
/** So many times the network comes and goes again before it stays. */
const PIECES = times(2, 8);

test(
  'what two people entered in a week without a network arrives once, though the laptop is killed in the midst of saves',
  DAY_2,
  async ({ workspace }) => {
    test.setTimeout(90_000 + ROUNDS * 30_000);
    const people = [await aPumper(workspace, 'Ada'), await aPumper(workspace, 'Ben')] as const;
    const operatorIds = people.map(({ id }) => id);
    const wells = await Promise.all(Array.from({ length: WELLS }, () => workspace.addWell({ operatorIds })));
    const items = await Promise.all(Array.from({ length: ITEMS }, () => workspace.addItem({}, wells[0])));
    const today = await workspace.today();
    const laptop = await Laptop.unpack(workspace.addresses.webUrl);
    await laptop.signIn(people[1]);
    await laptop.lock();
    await laptop.signIn(people[0]);
    const first = laptop.page.getByRole('link', { name: fieldWords.openWell(wells[0]?.name ?? '') });
    await expect(first).toBeVisible();
    for (const { id: equipmentId } of items) {
      await expect
        .poll(async () => (await laptop.call('equipment.get', { equipmentId })).value, { timeout: 30_000 })
        .not.toBeNull();
    }
    const readings = wells.flatMap(({ id }, well) =>
      Array.from({ length: DAYS }, (_, back): Task => {
        return { kind: 'READING', wellId: id, day: addDays(today, -back), oil: 10 + well + back / 10 };
      }),
    );
    const logs: Task[] = [];
    for (const { id: equipmentId } of items) {
      for (let log = 0; log < LOGS_OF_AN_ITEM; log += 1) {
        const { buffer: picture } = await aPicture(laptop.page, { name: 'belt.jpg', side: 400, noisy: true });
        const description = `Log ${String(logs.length)}`;
        const day = addDays(today, -(log % DAYS));
        logs.push({ kind: 'LOG', equipmentId, day, description, picture });
      }
    }
    laptop.setOffline(true);

    // Logs and readings in turn, and the same moments each time that the seed is the same.
    const chance = drawn(testSeed);
    const todo = [...readings, ...logs].sort(() => chance() - 0.5);
    const entered: Entered[] = [];
    let killedInSave = 0;
    let keptUnheard = 0;
    let author = people[0];
    for (let round = 0; round < ROUNDS; round += 1) {
      const batch = todo.splice(0, Math.max(2, Math.ceil(todo.length / (ROUNDS - round))));
      const run = new Run(laptop, batch, author.id);
      await run.begun(Math.floor(chance() * batch.length));
      await new Promise((resolve) => setTimeout(resolve, chance() * 15));
      if (run.onWay !== null) killedInSave += 1;
      const [heard, unheard] = [[...run.entered], run.onWay];
      await laptop.crash();
      if (round === Math.floor(ROUNDS / 2)) await endSessions(workspace, people);
      const before = author;
      author = people[(round + 1) % 2] ?? before;
      await laptop.unlock(author);
      for (const { task, id } of heard) expect(await shownOf(laptop, task)).toEqual([id]);
      entered.push(...heard);
      // What nobody was told of is on the disk whole, or not at all.
      const shown = unheard === null ? [] : await shownOf(laptop, unheard);
      expect(shown.length).toBeLessThanOrEqual(1);
      if (unheard !== null && shown[0] !== undefined) {
        keptUnheard += 1;
        entered.push({ task: unheard, id: shown[0], author: before.id });
      }
      const done = new Set(entered.map(({ task }) => task));
      todo.push(...batch.filter((task) => !done.has(task)));
    }
    const last = new Run(laptop, todo, author.id);
    await last.whole;
    entered.push(...last.entered);
    expect(entered).toHaveLength(readings.length + logs.length);
    expect(killedInSave).toBeGreaterThanOrEqual(times(1, 10));

    for (let piece = 0; piece < PIECES; piece += 1) {
      laptop.setOffline(false);
      if (piece === 0) {
        await expect(laptop.page.getByRole('button', { name: fieldWords.signInToSend })).toBeVisible();
        for (const person of people) {
          await laptop.lock();
          await laptop.signIn(person);
        }
      }
      await laptop.call('sync.now', {});
      await new Promise((resolve) => setTimeout(resolve, chance() * 1000));
      laptop.setOffline(true);
    }
    laptop.setOffline(false);
    await laptop.syncNow();
    await expect
      .poll(async () => (await laptop.call('sync.status', {})).value, { timeout: 120_000 })
      .toMatchObject({ pendingEvents: 0, failedEvents: 0, waitingPhotos: 0, photosForPerson: 0 });
    await expect(laptop.banner()).toContainText(fieldWords.allSent);
    expect(await onServer(workspace, wells, items)).toEqual(asOnServer(entered));
    console.log(
      `Killed ${ROUNDS} times, ${killedInSave} of them in a save, of which ${keptUnheard} were on the disk. ${readings.length} readings and ${logs.length} logs arrived.`,
    );
    await laptop.throwAway();
  },
);

/** What is compared: a line for each record, with its author, and the hashes of its photos. */
const asOnServer = (entered: readonly Entered[]): string[] =>
  entered
    .map(({ task, id, author }) =>
      task.kind === 'READING'
        ? line(id, author, task.day, String(task.oil))
        : line(id, author, task.day, task.description, sha256Of(task.picture)),
    )
    .sort();

const line = (...parts: readonly string[]): string => parts.join(' ');

async function onServer(
  workspace: Workspace,
  wells: readonly { readonly id: string }[],
  items: readonly { readonly id: string }[],
): Promise<string[]> {
  const { webUrl } = workspace.addresses;
  const manager = await workspace.as('manager');
  const lines: string[] = [];
  for (const { id: wellId } of wells) {
    const page = await manager.ask(endpoints.production.list, { params: { wellId }, query: {} });
    for (const { id, createdBy, productionDate, oilVolume } of page.items) {
      lines.push(line(id, createdBy, productionDate, String(oilVolume)));
    }
  }
  for (const { id: equipmentId } of items) {
    const page = await manager.ask(endpoints.maintenance.history, { params: { equipmentId }, query: {} });
    for (const { id, createdBy, maintenanceDate, description, photos } of page.items) {
      const hashes = await Promise.all(
        photos.map(async ({ url }) =>
          sha256Of(new Uint8Array(await (await fetch(new URL(url ?? '', webUrl))).arrayBuffer())),
        ),
      );
      lines.push(line(id, createdBy, maintenanceDate, description, ...hashes));
    }
  }
  return lines.sort();
}

/** Somebody whose sessions no other test minds. */
async function aPumper(workspace: Workspace, name: string) {
  const admin = await workspace.as('admin');
  const login = uniqueSlug(name.toLowerCase());
  const person = { tenant: 'acme', email: `${login}@acme.example`, name: `${name} ${login}` };
  const { email } = person;
  const body = { email, name: person.name, role: 'OPERATOR' as const, password: TEST_PASSWORD };
  const { id } = await admin.ask(endpoints.users.create, { body: { ...body, status: 'ACTIVE' } });
  return { ...person, id, password: TEST_PASSWORD };
}

/** An administrator sets their passwords, to what they were: every session is over. */
async function endSessions(workspace: Workspace, people: readonly { readonly id: string }[]): Promise<void> {
  const admin = await workspace.as('admin');
  for (const { id: userId } of people) {
    const { version } = await admin.ask(endpoints.users.get, { params: { userId } });
    const body = { version, password: TEST_PASSWORD };
    await admin.ask(endpoints.users.update, { params: { userId }, body });
  }
}

/** Numbers from 0 to 1 that are the same for the same seed. */
function drawn(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
