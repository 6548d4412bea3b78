/** The data of this phone or browser: its database, its photos, its people, and the way to the office (ADR 107). */
import type { DevicePlatform } from '@wellpulse/contracts';
import {
  DeviceKeyLostError,
  keptPersonKeys,
  newId,
  OfflineClient,
  openOffice,
  sealedPhotoFiles,
  SlowTries,
  type Ballast,
  type Cipher,
  type Office,
  type OwnPhotoFiles,
  type PhotoFiles,
  type SqliteDriver,
  type Transport,
} from '@wellpulse/offline';
import type { Biometrics, DeviceKeys, Pictures, Secrets, Texts } from '../native/ports.ts';
import { endingQuickKeys, QuickKeys } from './lock/quick-keys.ts';
import { phoneClock } from './phone-clock.ts';
import { personSealing, sealedText, textOf } from './sealed-text.ts';

/** The address of the office is the first text that is kept, and is no secret. */
const OFFICE = 'office';

/** What a platform gives. */
export interface PhoneParts {
  /** A key that was just made opens an empty database: what stands there under a former one is thrown away. */
  readonly openSqlite: (key: Uint8Array | null, isNewKey: boolean) => Promise<SqliteDriver>;
  readonly deviceKeys: DeviceKeys;
  readonly cipherOf: (key: Uint8Array) => Promise<Cipher>;
  readonly random: (bytes: number) => Uint8Array;
  readonly texts: Texts;
  readonly secrets: Secrets;
  readonly biometrics: Biometrics;
  readonly photoFiles: OwnPhotoFiles;
  /** Room for entries on a disk that is full. */
  readonly ballast: Ballast;
  readonly pictures: Pictures;
  /** The way to the API at an address. */
  readonly transportTo: (url: string) => Transport;
  readonly platform: DevicePlatform;
  readonly appVersion: string;
}

/** The open data, and what screens ask of the platform beside it. */
export interface Phone {
  readonly client: OfflineClient;
  readonly office: Office;
  readonly platform: DevicePlatform;
  readonly appVersion: string;
  /** The fewest characters of what a person opens their key with. */
  readonly leastSecret: number;
  /** Opening by a finger or a face. */
  readonly quick: QuickKeys;
  /** Whether a secret is a person's own. It opens nothing, and closes nothing. */
  readonly proves: (userId: string, secret: string) => Promise<boolean>;
  /** Wrong PINs and passphrases. */
  readonly tries: SlowTries;
  /** Photos that are kept, and pictures that are not yet. */
  readonly photoFiles: PhotoFiles;
  readonly pictures: Pictures;
  /** Makes the id of a record. */
  readonly newId: () => string;
}

/**
 * Opens the data. The key comes before anything else: nothing is written that is not sealed by it. Syncing begins once the office is
 * known. Throws as `OfflineClient.open` does, and a `DeviceKeyLostError` where the platform lost the key of what is here.
 *
 * @example
 * const phone = await openPhone(ownParts);
 */
export async function openPhone(parts: PhoneParts): Promise<Phone> {
  const { cipherOf, random, texts, secrets, pictures, platform, appVersion } = parts;
  pictures.forgetAll();
  const kept = await parts.deviceKeys.kept();
  // Somebody signed in here: what they entered opens by the former key alone, should the platform ever give it again.
  if (kept === null && (await texts.read(OFFICE)) !== null)
    throw new DeviceKeyLostError('The keystore of this phone gave no key');
  const { cipher, databaseKey } = kept ?? (await parts.deviceKeys.make());
  const sealer = { cipher, cipherOf, random };
  const office = await openOffice(textOf(texts, OFFICE), parts.transportTo);
  const photoFiles = sealedPhotoFiles(parts.photoFiles, sealer);
  const clock = phoneClock(random);
  const quick = await QuickKeys.open(sealedText(texts, 'quick', sealer), parts.biometrics, sealer);
  const personKeys = () => keptPersonKeys(sealedText(texts, 'keys', sealer), personSealing(secrets, sealer));
  const client = await OfflineClient.open({
    driver: await parts.openSqlite(databaseKey, kept === null),
    transport: office.transport,
    files: photoFiles,
    ballast: parts.ballast,
    clock,
    keys: endingQuickKeys(personKeys(), quick),
    appVersion,
  });
  const tries = await SlowTries.open(sealedText(texts, 'tries', sealer), Date.now);
  if (office.server !== null) client.sync.start();
  return {
    ...{ client, office, platform, appVersion, tries, photoFiles, pictures },
    quick,
    leastSecret: secrets.least,
    proves: (userId, secret) => personKeys().unlock(userId, secret),
    newId: () => newId(clock),
  };
}
