/** What goes wrong: programs die, disks fail, clocks jump, machines are set back, devices are revoked. */
import { PROTOCOL_VERSION } from '@wellpulse/contracts';
import { signedText } from '@wellpulse/domain';
import { createHmac } from 'node:crypto';
import { BAD, CRAWLING, DOWN, GOOD } from '../network/link-conditions.ts';
import { someSwallowing } from '../network/swallowing.ts';
import { short } from '../chance/trace.ts';
import { CREW, USERS } from '../server/tenant.ts';
import { typeAtTheDashboard, workInDashboard } from './dashboard-work.ts';
import { photographGauge } from './field-work.ts';
import { putBack } from './lost-dashboard-work.ts';
import type { SimulatedDevice } from './simulated-device.ts';
import type { World } from './world.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

export type FaultInjection = (world: World, device: SimulatedDevice) => void;

const killApp: FaultInjection = ({ random }, device) => {
  if (random.isLucky(0.3)) device.program.kill();
  else device.program.dieAtStatement(random.whole(1, 60), random.isLucky(0.5));
};

/** Somebody takes a photo, and the app dies while it is being written: its file has no name yet. */
const killAtPhoto: FaultInjection = ({ random }, { client, disk }) => {
  disk.killAtNextPhoto();
  const bytes = Uint8Array.of(random.whole(1, 6));
  void client?.photos.keep({ bytes, contentType: 'image/jpeg' }).catch(() => undefined);
};

const failDisk: FaultInjection = ({ random }, device) => device.program.failAtStatement(random.whole(1, 40));

/** Until somebody makes room. What was said to be saved stays, and nothing else is said to be. */
const fillDisk: FaultInjection = (world, device) => {
  const { random, trace } = world;
  device.disk.room.fill();
  trace.add(device.name, 'its disk is full');
  world.later(random.whole(1, 30) * MINUTE, () => {
    device.disk.room.empty();
    trace.add(device.name, 'its disk has room');
  });
};

/** A page that mirrors the server can't be read any more. */
const damageMirror: FaultInjection = ({ random, trace, ledger }, device) => {
  const table = random.pick(['wells', 'production_data', 'equipment', 'equipment_maintenance', 'conflicts']);
  device.disk.damage(table);
  ledger.forgetPulled(device.name);
  trace.add(device.name, `its table ${table} is damaged`);
};

/** Set by a person or the network, often while entries wait. */
const setClock: FaultInjection = ({ random, trace }, device) => {
  const most = random.pick([30 * SECOND, 10 * MINUTE, DAY, 700 * DAY]);
  device.clock.error = random.whole(-most, most);
  trace.add(device.name, `its clock is off by ${Math.round(device.clock.error / SECOND)} s`);
};

/** The machine starts anew, with the clock that it had. */
const reboot: FaultInjection = ({ trace }, device) => {
  device.program.kill();
  device.clock.reboot();
  trace.add(device.name, 'the machine starts anew');
};

const changeLink: FaultInjection = ({ random, trace }, device) => {
  device.link.conditions = random.pick([GOOD, DOWN, BAD, BAD, CRAWLING]);
  trace.add(device.name, `its link is ${JSON.stringify(device.link.conditions)}`);
};

/** From now on something on its way lets some things not pass: by what is in them, or by their size. */
const putFilterInTheWay: FaultInjection = ({ random, trace }, device) => {
  device.link.swallowing = someSwallowing(random);
  trace.add(device.name, `its link swallows ${JSON.stringify(device.link.swallowing)}`);
};

/** A backup is put back: of the state of some time ago. */
const setBack: FaultInjection = (world, device) => {
  const { random, ledger, scheduler } = world;
  const copy = device.disk.copy();
  const kept = ledger.of(device.name);
  world.later(random.whole(1, 20) * MINUTE, () => {
    device.setBackTo(copy);
    ledger.setBackTo(device.name, kept, scheduler.now);
  });
};

/** The server's database is lost, and a backup of some time ago is put back. */
const putServerBack: FaultInjection = (world) => {
  const { server, random } = world;
  const backup = server.backUp();
  world.later(random.whole(1, 30) * MINUTE, () => {
    putBack(world, backup);
  });
};

/**
 * What is entered right after the backup is lost again: in the office, and on a device with a picture that nobody has taken before. So is the
 * storage mostly, where the server's own mark is: somebody has to say what happened.
 */
const putServerAndStorageBack: FaultInjection = (world, device) => {
  const { server, random } = world;
  const backup = server.backUp();
  const withStorage = random.isLucky(0.7);
  typeAtTheDashboard(world);
  photographAndSync(world, device);
  world.later(random.whole(1, 10) * MINUTE, () => {
    putBack(world, backup, { withStorage });
    server.lineages.sayRestored();
  });
};

/** The storage of the photos alone is put back, to before somebody's newest picture, often in the same minute. Nobody says so. */
const putStorageBack: FaultInjection = (world, device) => {
  const { server, random } = world;
  const backup = server.backUp();
  const isRestarted = random.isLucky(0.5);
  photographAndSync(world, device);
  const after = random.isLucky(0.5) ? random.whole(2, 59) * SECOND : random.whole(1, 10) * MINUTE;
  world.later(after, () => {
    server.putStorageBack(backup, { isRestarted });
  });
};

function photographAndSync(world: World, device: SimulatedDevice): void {
  device.link.conditions = GOOD;
  void photographGauge(world, device).then(
    () => device.client?.sync.syncNow(),
    () => undefined,
  );
}

const crashServer: FaultInjection = (world) => {
  const { server, random, trace } = world;
  server.crashAtNextWrite(random.isLucky(0.5) ? 'BEFORE_COMMIT' : 'AFTER_COMMIT');
  world.later(random.whole(10, 300) * SECOND, () => {
    server.recover();
    trace.add('server', 'is there');
  });
};

/** Some entry that is saved hits a defect of the server, for a while or until somebody repairs it. */
const poison: FaultInjection = ({ server, random, ledger, scheduler, trace }) => {
  const open = ledger.saved.filter(({ event }) => !server.batches.kept.has(event.id));
  if (open.length === 0) return;
  const { id } = random.pick(open).event;
  const until = random.isLucky(0.6) ? scheduler.now + random.whole(1, 20) * MINUTE : Number.POSITIVE_INFINITY;
  server.poison.set(id, until);
  trace.add('server', `${short(id)} is poison`);
};

const revoke: FaultInjection = (world) => {
  const devices = world.server.store.begin().devices.all();
  if (devices.length > 0) revokeDevice(world, world.random.pick(devices));
};

/** Somebody says at the dashboard that a device is lost: its keys and sessions end. */
export function revokeDevice(
  { server, scheduler, trace }: World,
  { id: aggregateId, userId, name }: { readonly id: string; readonly userId: string; readonly name: string },
): void {
  const owner = { id: userId, email: '', name: '', role: 'ADMIN' as const };
  server.dashboardUsers.do(owner, { eventType: 'DEVICE_REVOKED', aggregateId, payload: {} });
  server.devices.revoke(aggregateId, scheduler.now);
  server.sessions.endAllOnDevice(aggregateId, scheduler.now);
  trace.add('dashboard', `${name} is revoked`);
}

/** An update of the server was taken back for a while: it knows less than the devices. */
const useOlderServer: FaultInjection = (world) => {
  const { server, random, trace } = world;
  server.protocol = PROTOCOL_VERSION - 1;
  trace.add('server', 'is an older one');
  world.later(random.whole(1, 30) * MINUTE, () => {
    server.protocol = PROTOCOL_VERSION;
    trace.add('server', 'is the newer one again');
  });
};

const expireTokens: FaultInjection = ({ server, trace }) => {
  server.sessions.expireAccessTokens();
  trace.add('server', 'all access tokens expire');
};

/** As when nobody synced for a month: everybody at a device has to sign in again. */
const endSessions: FaultInjection = ({ server, trace }) => {
  server.sessions.forgetAll();
  trace.add('server', 'all sessions have run out');
};

/** For a while somebody has another role, or none: a device learns of it late. */
const changeRole: FaultInjection = (world) => {
  const { server, random } = world;
  const person = random.pick(CREW);
  const { role } = person;
  const now = random.pick([
    { role: 'VIEWER', status: 'ACTIVE' },
    { role: 'OPERATOR', status: 'ACTIVE' },
    { role, status: 'SUSPENDED' },
  ] as const);
  server.employ(person, now);
  world.later(random.whole(2, 40) * MINUTE, () => {
    server.employ(person, { role, status: 'ACTIVE' });
  });
};

/** Somebody's account is taken away for good. Devices learn of it late; a world keeps the others. */
const removePerson: FaultInjection = ({ server, random, trace }) => {
  if (!CREW.every((person) => server.isEmployed(person))) return;
  const person = random.pick(CREW);
  server.remove(person);
  trace.add('server', `${person.name} is removed`);
};

/** Somebody signs with the own key what a colleague is said to have entered, in the own device's session. */
const forge: FaultInjection = ({ server, random, scheduler, ledger, trace }) => {
  const [example] = ledger.saved.slice(-1);
  const [device] = server.store
    .begin()
    .devices.all()
    .filter(({ id }) => server.devices.isActive(id));
  if (example === undefined || device === undefined) return;
  const forger = random.pick(server.devices.peopleOn(device.id));
  const victim = random.pick(USERS.filter(({ id }) => id !== forger));
  const user = USERS.find(({ id }) => id === forger);
  const [key] = server.devices.keysOf(device.id, forger, scheduler.now);
  if (user === undefined || key === undefined) return;
  const { signature: _, ...event } = {
    ...example.event,
    id: server.dashboardUsers.newId(),
    userId: victim.id,
    deviceId: device.id,
  };
  const signature = createHmac('sha256', key).update(signedText(event)).digest('hex');
  const body = {
    deviceId: device.id,
    sentAt: server.time(),
    events: [{ ...event, signature }],
  };
  ledger.forged.add(event.id);
  trace.add('forger', `${user.name} sends ${short(event.id)} as of ${victim.name}`);
  server.batches.take({ user, deviceId: device.id }, event.id, body, server.times()).commit();
};

/** The server's clock is a week ahead while somebody saves at the dashboard, and is set right after that. */
const saveFromAhead: FaultInjection = (world) => {
  const { server, trace } = world;
  const { clockError } = server;
  server.clockError = 7 * DAY;
  trace.add('server', 'its clock is a week ahead');
  workInDashboard(world);
  server.clockError = clockError;
};

const moveServerClock: FaultInjection = ({ server, random }) => {
  server.clockError = random.whole(-20, 20) * SECOND;
};

export const FAULT_INJECTIONS: readonly FaultInjection[] = [
  ...[killApp, killApp, killApp, failDisk, failDisk, setClock, setClock, setClock, reboot],
  ...[changeLink, changeLink, changeLink, changeLink],
  ...[setBack, crashServer, crashServer, poison, poison, revoke, expireTokens, endSessions, moveServerClock],
  ...[changeRole, changeRole, forge, putServerBack, putFilterInTheWay, putFilterInTheWay],
  ...[removePerson, removePerson],
];

/** In rough worlds disks fill up and spoil what they hold, and the server's clock runs ahead. */
export const ROUGH_INJECTIONS: readonly FaultInjection[] = [
  ...FAULT_INJECTIONS,
  ...[fillDisk, fillDisk, fillDisk, fillDisk, damageMirror, damageMirror, damageMirror, damageMirror],
  ...[killAtPhoto, killAtPhoto, killAtPhoto, saveFromAhead, saveFromAhead, saveFromAhead],
];

/** In worlds with late entries the server is an older one at times. */
export const LATE_INJECTIONS: readonly FaultInjection[] = [
  ...FAULT_INJECTIONS,
  ...[useOlderServer, useOlderServer, useOlderServer, useOlderServer],
];

/** In worlds whose servers are put back often. */
export const RESTORING_INJECTIONS: readonly FaultInjection[] = [
  ...FAULT_INJECTIONS,
  ...[putServerAndStorageBack, putServerAndStorageBack, putServerAndStorageBack, putServerAndStorageBack],
  ...[putServerAndStorageBack, putServerAndStorageBack, putServerAndStorageBack, putServerAndStorageBack],
];

/** In worlds in which the storage of the photos is put back alone too. */
export const PHOTO_LOSING_INJECTIONS: readonly FaultInjection[] = [
  ...RESTORING_INJECTIONS,
  ...Array.from({ length: 16 }, () => putStorageBack),
];
