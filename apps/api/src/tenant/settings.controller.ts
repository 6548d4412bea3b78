import { Controller, Inject } from '@nestjs/common';
import { endpoints, type EndpointInput, type TenantSettings } from '@wellpulse/contracts';
import { CurrentCaller, Endpoint, Input } from '../http/endpoints/endpoint.decorators.ts';
import type { Caller } from '../http/request.ts';
import { SettingsService } from './settings.service.ts';

const { tenant } = endpoints;

@Controller()
export class SettingsController {
  constructor(@Inject(SettingsService) private readonly service: SettingsService) {}

  @Endpoint(tenant.getSettings)
  get(@CurrentCaller() caller: Caller): Promise<TenantSettings> {
    return this.service.get(caller);
  }

  @Endpoint(tenant.updateSettings)
  update(
    @Input() { body }: EndpointInput<typeof tenant.updateSettings>,
    @CurrentCaller() caller: Caller,
  ): Promise<TenantSettings> {
    return this.service.update(caller, body);
  }
}
