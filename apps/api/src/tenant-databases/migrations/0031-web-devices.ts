import type { Migration } from '../../database/migrator.ts';

/** Whether the app of the phone may be used in a browser (ADR 116). Nobody had forbidden it before. */
export const webDevices: Migration = {
  name: '0031-web-devices',
  sql: `
    alter table tenant_settings add web_devices boolean not null default true;
    alter table tenant_settings alter web_devices drop default`,
};
