/** Every part of the API by name. A new feature adds its controller and its service here. */
import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import type { Logger } from 'pino';
import { AlertController } from './alerts/alert.controller.ts';
import { AuditController } from './audit/audit.controller.ts';
import { SignInThrottle } from './auth/sign-in-throttle.ts';
import { AuthController } from './auth/auth.controller.ts';
import { AuthGuard } from './auth/auth.guard.ts';
import { CallerResolver } from './auth/caller-resolver.ts';
import { KnownBrowser } from './auth/known-browser.ts';
import { OpenTenants } from './auth/open-tenants.ts';
import { AuthService } from './auth/auth.service.ts';
import { Sessions } from './auth/sessions.ts';
import { Tokens } from './auth/tokens.ts';
import { Catalog } from './catalog/catalog.ts';
import { ConflictController } from './conflicts/conflict.controller.ts';
import { CLOCK, systemClock, type Clock } from './config/clock.ts';
import { SETTINGS, type Settings } from './config/settings.ts';
import { DashboardController } from './dashboard/dashboard.controller.ts';
import { DeviceController } from './devices/device.controller.ts';
import { DeviceService } from './devices/device.service.ts';
import { KeySeal } from './devices/key-seal.ts';
import { PersonKeys } from './devices/person-keys.ts';
import { LineageService } from './lineage/lineage.service.ts';
import { MarkSeal } from './lineage/mark-seal.ts';
import { OwnMarks } from './lineage/own-marks.ts';
import { EquipmentController } from './equipment/equipment.controller.ts';
import { EquipmentService } from './equipment/equipment.service.ts';
import { BodyBudgets } from './http/bodies/body-budget.ts';
import { JsonBodyInterceptor } from './http/bodies/json-body.interceptor.ts';
import { ProblemFilter } from './http/problems/problem.filter.ts';
import { RateLimiters } from './http/limits/rate-limiters.ts';
import { ImportController } from './imports/import.controller.ts';
import { ImportService } from './imports/import.service.ts';
import { LiveController } from './live/live.controller.ts';
import { LiveHub } from './live/live-hub.ts';
import { MaintenanceController } from './maintenance/maintenance.controller.ts';
import { MaintenanceService } from './maintenance/maintenance.service.ts';
import { LOGGER } from './config/logger.ts';
import { InternalController } from './operations/internal.controller.ts';
import { OperationsController } from './operations/operations.controller.ts';
import { BlobStorage } from './photos/blob-storage.ts';
import { PhotoIntake } from './photos/photo-intake.ts';
import { PhotoLinks } from './photos/photo-links.ts';
import { PhotoMarks } from './photos/photo-marks.ts';
import { PhotoRepair } from './photos/photo-repair.ts';
import {
  ItemPhotoController,
  ItemPhotoListController,
  WellPhotoController,
} from './photos/photo.controller.ts';
import { LostPhotoMonitor } from './photos/lost-photo-monitor.ts';
import { PhotoService } from './photos/photo.service.ts';
import { ProductionController } from './production/production.controller.ts';
import { ProductionService } from './production/production.service.ts';
import { BatchPhotos } from './sync/batch-photos.ts';
import { LogPhotoMarks } from './sync/mark-log.ts';
import { RecoveredController } from './sync/recovered.controller.ts';
import { SyncController } from './sync/sync.controller.ts';
import { SyncService } from './sync/sync.service.ts';
import { WaitingController } from './sync/waiting.controller.ts';
import { TenantAdministration } from './tenant/tenant-administration.ts';
import { TenantDatabases } from './tenant-databases/tenant-databases.ts';
import { SettingsController } from './tenant/settings.controller.ts';
import { SettingsService } from './tenant/settings.service.ts';
import { Credentials } from './auth/credentials.ts';
import { UserController } from './users/user.controller.ts';
import { UserService } from './users/user.service.ts';
import { WellController } from './wells/well.controller.ts';
import { WellService } from './wells/well.service.ts';
import { ClockWatch } from './write-path/clock-watch.ts';
import { TenantWriter } from './write-path/tenant-writer.ts';

export interface Surroundings {
  readonly settings: Settings;
  readonly logger: Logger;
  readonly clock?: Clock;
}

@Module({})
export class AppModule {
  static with({ settings, logger, clock = systemClock }: Surroundings): DynamicModule {
    return {
      module: AppModule,
      controllers: [
        OperationsController,
        InternalController,
        AuthController,
        UserController,
        WellController,
        ProductionController,
        EquipmentController,
        MaintenanceController,
        ImportController,
        AlertController,
        DashboardController,
        AuditController,
        SettingsController,
        LiveController,
        ItemPhotoController,
        ItemPhotoListController,
        WellPhotoController,
        DeviceController,
        SyncController,
        RecoveredController,
        WaitingController,
        ConflictController,
      ],
      providers: [
        { provide: SETTINGS, useValue: settings },
        { provide: LOGGER, useValue: logger },
        { provide: CLOCK, useValue: clock },
        { provide: APP_GUARD, useClass: AuthGuard },
        { provide: APP_INTERCEPTOR, useClass: JsonBodyInterceptor },
        { provide: APP_FILTER, useClass: ProblemFilter },
        Catalog,
        TenantDatabases,
        TenantAdministration,
        ClockWatch,
        TenantWriter,
        Tokens,
        CallerResolver,
        Sessions,
        RateLimiters,
        BodyBudgets,
        SignInThrottle,
        KnownBrowser,
        OpenTenants,
        Credentials,
        AuthService,
        UserService,
        WellService,
        ProductionService,
        EquipmentService,
        MaintenanceService,
        ImportService,
        SettingsService,
        LiveHub,
        BlobStorage,
        PhotoLinks,
        PhotoIntake,
        PhotoService,
        PhotoRepair,
        LostPhotoMonitor,
        KeySeal,
        PersonKeys,
        MarkSeal,
        LineageService,
        { provide: PhotoMarks, useClass: LogPhotoMarks },
        OwnMarks,
        DeviceService,
        SyncService,
        BatchPhotos,
      ],
    };
  }
}
