/** What every caller may know: the process answers, and what it offers. */
import { Controller, Get, Header, Inject } from '@nestjs/common';
import { API_PATH, buildOpenApi } from '@wellpulse/contracts';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { VERSION } from '../config/version.ts';
import { docsPage } from '../http/docs-page.ts';

/** Made when it is first asked for: it takes a tenth of a start, and each command at the terminal is one. */
let openApi: string | undefined;

@Controller()
export class OperationsController {
  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  /** The process answers. */
  @Get('/health')
  health(): { status: string; version: string } {
    return { status: 'ok', version: VERSION };
  }

  @Get('/openapi.json')
  @Header('content-type', 'application/json')
  openApi(): string {
    return (openApi ??= JSON.stringify(buildOpenApi(VERSION, this.settings.publicUrl + API_PATH)));
  }

  @Get('/docs')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header(
    'content-security-policy',
    "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'",
  )
  docs(): string {
    return docsPage;
  }
}
