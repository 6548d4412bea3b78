import { Controller, Inject, Req } from '@nestjs/common';
import { endpoints, type EndpointInput, type ImportResult } from '@wellpulse/contracts';
import { v7 as uuidV7 } from 'uuid';
import { CurrentCaller, Endpoint, Input } from '../http/endpoints/endpoint.decorators.ts';
import type { ApiRequest, Caller } from '../http/request.ts';
import { byCaller } from '../write-path/origin.ts';
import { ImportService } from './import.service.ts';
import { withUpload } from './receive-upload.ts';

const { imports } = endpoints;

@Controller()
export class ImportController {
  constructor(@Inject(ImportService) private readonly service: ImportService) {}

  @Endpoint(imports.production)
  production(
    @Input() { query }: EndpointInput<typeof imports.production>,
    @CurrentCaller() caller: Caller,
    @Req() request: ApiRequest,
  ): Promise<ImportResult> {
    return withUpload(request, ({ mapping, filePath }) =>
      this.service.run({
        importId: query.importId ?? uuidV7(),
        database: caller.database,
        origin: byCaller(caller, 'IMPORT'),
        mapping,
        filePath,
        dryRun: query.dryRun,
      }),
    );
  }
}
