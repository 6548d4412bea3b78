import { Controller, Inject, Res } from '@nestjs/common';
import {
  endpoints,
  mayAccess,
  type DeviceNumbers,
  type DeviceRegistered,
  type EndpointAnswer,
  type EndpointInput,
  wholeList,
} from '@wellpulse/contracts';
import { otherDeviceRefusal } from '@wellpulse/domain';
import type { Response } from 'express';
import { CLOCK, type Clock } from '../config/clock.ts';
import { CurrentCaller, Endpoint, Input } from '../http/endpoints/endpoint.decorators.ts';
import { ProblemError } from '../http/problems/problem-error.ts';
import type { Caller } from '../http/request.ts';
import { closeNumbers, listDevices, listRefusedEvents, readNumbers } from './device.queries.ts';
import { DeviceService } from './device.service.ts';

const { devices } = endpoints;

@Controller()
export class DeviceController {
  constructor(
    @Inject(DeviceService) private readonly service: DeviceService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Endpoint(devices.register)
  async register(
    @Input() { body }: EndpointInput<typeof devices.register>,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) response: Response,
  ): Promise<DeviceRegistered> {
    const registered = await this.service.register(caller, body);
    response.location(`/devices/${registered.deviceId}`);
    return registered;
  }

  @Endpoint(devices.list)
  async list(@CurrentCaller() { database, user }: Caller): Promise<EndpointAnswer<typeof devices.list>> {
    const onlyOf = mayAccess(user.role, 'MANAGE') ? undefined : user.id;
    return wholeList(await listDevices(database.db, onlyOf, this.clock.now()));
  }

  @Endpoint(devices.numbers)
  async numbers(
    @Input() { params, body }: EndpointInput<typeof devices.numbers>,
    @CurrentCaller() { database, deviceId }: Caller,
  ): Promise<DeviceNumbers> {
    requireOwn(params.deviceId, deviceId);
    await closeNumbers(database.db, params.deviceId, body.closed);
    return readNumbers(database.db, params.deviceId, body.eventIds);
  }

  @Endpoint(devices.retire)
  retire(
    @Input() { params }: EndpointInput<typeof devices.retire>,
    @CurrentCaller() caller: Caller,
  ): Promise<void> {
    return this.service.retire(caller, params.deviceId);
  }

  @Endpoint(devices.wiped)
  async wiped(
    @Input() { params }: EndpointInput<typeof devices.wiped>,
    @CurrentCaller() caller: Caller,
  ): Promise<void> {
    requireOwn(params.deviceId, caller.deviceId);
    await this.service.recordWiped(caller, params.deviceId);
  }

  @Endpoint(devices.recovered)
  async recovered(
    @Input() { params, body }: EndpointInput<typeof devices.recovered>,
    @CurrentCaller() caller: Caller,
  ): Promise<void> {
    requireOwn(params.deviceId, caller.deviceId);
    await this.service.recordRecovery(caller, params.deviceId, body);
  }

  @Endpoint(devices.lookedAt)
  lookedAt(
    @Input() { params }: EndpointInput<typeof devices.lookedAt>,
    @CurrentCaller() caller: Caller,
  ): Promise<void> {
    return this.service.recordLook(caller, params.deviceId);
  }

  @Endpoint(devices.revoke)
  revoke(
    @Input() { params }: EndpointInput<typeof devices.revoke>,
    @CurrentCaller() caller: Caller,
  ): Promise<void> {
    return this.service.revoke(caller, params.deviceId);
  }

  @Endpoint(devices.refusedEvents)
  refusedEvents(
    @Input() { query }: EndpointInput<typeof devices.refusedEvents>,
    @CurrentCaller() { database }: Caller,
  ): Promise<EndpointAnswer<typeof devices.refusedEvents>> {
    return listRefusedEvents(database.db, query);
  }
}

function requireOwn(deviceId: string, sessionDeviceId: string | null): void {
  const refusal = otherDeviceRefusal(deviceId, sessionDeviceId);
  if (refusal !== null) throw new ProblemError(refusal);
}
