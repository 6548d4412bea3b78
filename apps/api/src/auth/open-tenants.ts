/** Which tenants anybody is let in to: not a suspended one, nor a demo one in a start that is no demo. */
import { Inject, Injectable } from '@nestjs/common';
import type { TenantEntry } from '../catalog/catalog.ts';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { ProblemError } from '../http/problems/problem-error.ts';

@Injectable()
export class OpenTenants {
  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  /** Throws `TENANT_SUSPENDED` for one that is closed. */
  require({ status, is_demo: isDemo }: TenantEntry): void {
    if (status === 'SUSPENDED' || (isDemo && !this.settings.demo)) throw new ProblemError('TENANT_SUSPENDED');
  }
}
