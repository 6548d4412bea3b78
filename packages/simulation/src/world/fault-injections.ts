/** What goes wrong: programs die, disks fail, clocks jump, machines are set back, devices are revoked. */
import { BAD, CRAWLING, DOWN, GOOD } from '../network/link-conditions.ts';
import { short } from '../chance/trace.ts';
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

const failDisk: FaultInjection = ({ random }, device) => device.program.failAtStatement(random.whole(1, 40));

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

const crashServer: FaultInjection = (world) => {
  const { server, random, trace } = world;
  server.crashAtNextWrite(random.isLucky(0.5) ? 'BEFORE_COMMIT' : 'AFTER_COMMIT');
  world.later(random.whole(10, 300) * SECOND, () => {
    server.recover();
    trace.add('server', 'is there');
  });
};

/** Some entry that is saved hits a defect of the server, for a while or until somebody mends it. */
const poison: FaultInjection = ({ server, random, ledger, scheduler, trace }) => {
  const open = ledger.saved.filter(({ event }) => !server.batches.kept.has(event.id));
  if (open.length === 0) return;
  const { id } = random.pick(open).event;
  const until = random.isLucky(0.6) ? scheduler.now + random.whole(1, 20) * MINUTE : Number.POSITIVE_INFINITY;
  server.poison.set(id, until);
  trace.add('server', `${short(id)} is poison`);
};

const revoke: FaultInjection = ({ server, random, trace }) => {
  const devices = server.store.begin().devices.all();
  if (devices.length === 0) return;
  const { id: aggregateId, userId, name } = random.pick(devices);
  const owner = { id: userId, email: '', name: '', role: 'ADMIN' as const };
  server.dashboardUsers.do(owner, { eventType: 'DEVICE_REVOKED', aggregateId, payload: {} });
  server.devices.revoke(aggregateId);
  server.sessions.endAllOnDevice(aggregateId);
  trace.add('dashboard', `${name} is revoked`);
};

const expireTokens: FaultInjection = ({ server, trace }) => {
  server.sessions.expireAccessTokens();
  trace.add('server', 'all access tokens expire');
};

/** As when nobody synced for a month: whoever is at a device has to sign in again. */
const endSessions: FaultInjection = ({ server, trace }) => {
  server.sessions.forgetAll();
  trace.add('server', 'all sessions have run out');
};

const moveServerClock: FaultInjection = ({ server, random }) => {
  server.clockError = random.whole(-20, 20) * SECOND;
};

export const FAULT_INJECTIONS: readonly FaultInjection[] = [
  ...[killApp, killApp, killApp, failDisk, failDisk, setClock, setClock, setClock, reboot],
  ...[changeLink, changeLink, changeLink, changeLink],
  ...[setBack, crashServer, crashServer, poison, poison, revoke, expireTokens, endSessions, moveServerClock],
];
