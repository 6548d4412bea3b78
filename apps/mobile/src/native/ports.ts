/**
 * What the app needs of the phone, or of the browser, that it runs on. Each adapter `x.ts` has its `x.web.ts` beside it, of the same
 * types.
 */
import type { PhotoContentType } from '@wellpulse/contracts';
import type { Fix } from '@wellpulse/domain';
import type { Compressor } from '@wellpulse/forms';
import type { ChosenFile } from '@wellpulse/forms/device';
import type { Cipher, PhotoFile } from '@wellpulse/offline';

/** What nobody has who has the disk alone: a key of this device, in the platform's own store. */
export interface DeviceKey {
  /** Seals small texts and photos. */
  readonly cipher: Cipher;
  /** 32 bytes for the database; null where the platform's SQLite does not encrypt. */
  readonly databaseKey: Uint8Array | null;
}

/** The platform's own store of that key. */
export interface DeviceKeys {
  /** Null where it gives none: at the first start, and where it lost the key. Throws where it can't tell now. */
  kept(): Promise<DeviceKey | null>;
  /** A new key, kept before it is given. */
  make(): Promise<DeviceKey>;
}

/**
 * Texts of a few kilobytes by name, for what has to be known before the database is open. The adapter `texts` keeps what is sealed, and
 * `choices` what is no secret.
 */
export interface Texts {
  /** Null for nothing. */
  read(name: string): Promise<string | null>;
  /** Resolves when the text is durable. */
  write(name: string, text: string): Promise<void>;
}

/** How much of the disk the app has, in bytes. */
export interface Room {
  readonly usedBytes: number;
  readonly freeBytes: number;
  /** Of the disk, or of what the browser gives. */
  readonly allBytes: number;
  /** Whether nobody but the app deletes it. A browser may, where the person did not install the app. */
  readonly isSafe: boolean;
}

/** How a person opens their key on this platform. */
export interface Secrets {
  /** The fewest characters: of a PIN where the platform's store wraps as well, of a passphrase where nothing else does. */
  readonly least: number;
  /** 32 bytes of a PIN or passphrase and of 16 bytes of salt. It takes long on purpose. */
  readonly derive: (secret: string, salt: Uint8Array) => Promise<Uint8Array>;
}

/** What a phone knows its people by. */
export type BiometricKind = 'FINGER' | 'FACE' | 'EITHER';

/** What came of asking for a finger or a face. */
export type BiometricAnswer =
  | { readonly kind: 'OPENED'; readonly text: string }
  | { readonly kind: 'GONE' }
  | { readonly kind: 'REFUSED' };

/** Small texts that the phone gives to whoever it knows by a finger or a face. */
export interface Biometrics {
  /** By what it knows people well enough; null where it knows nobody, or can't tell now. Nobody is asked. */
  kind(): Promise<BiometricKind | null>;
  /** Keeps a text for the fingers and faces that it knows today. The phone asks. False if its person thought better of it. */
  keep(name: string, text: string, question: string): Promise<boolean>;
  /** The phone asks. `GONE`: nothing is kept, or it knows others since. `REFUSED`: it was not touched by anybody whom it knows. */
  open(name: string, question: string): Promise<BiometricAnswer>;
  /** Nobody is asked. */
  forget(name: string): Promise<void>;
}

/** Hides the screen from whoever takes a picture of it, or looks at the list of open apps. The function returned ends that. */
export type HideScreen = () => () => void;

/** A file on its way to an address. */
export interface FileToSend {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly file: PhotoFile;
  /** Ends it. */
  readonly signal: AbortSignal;
  /** Told how many bytes have left, where the platform can tell. */
  readonly onSent: (sentBytes: number) => void;
}

/** Sends a file as the body of a `PUT`. The status of the answer; throws where none comes. */
export type SendFile = (given: FileToSend) => Promise<number>;

/** Whether a person lets this app know where they are. `ASKABLE`: the platform asks them, once somebody wants to know. */
export type PositionAccess = 'GRANTED' | 'ASKABLE' | 'REFUSED';

/** Why there is no position. `SWITCHED_OFF`: for all apps of the device. `NO_FIX`: for now, as below a roof. */
export type PositionTrouble = 'REFUSED' | 'SWITCHED_OFF' | 'NO_FIX';

/** Where this device is, measured as exactly as it can. */
export interface Positions {
  /** How it stands. Nobody is asked anything. */
  access(): Promise<PositionAccess>;
  /** A person wants it. They are asked here, or as soon as it is watched. */
  ask(): Promise<PositionAccess>;
  /** Tells each position, and why there is none, until the function returned is called; after that nothing. */
  watch(onFix: (fix: Fix) => void, onTrouble: (trouble: PositionTrouble) => void): () => void;
}

/** Whether a person lets this app remind them. `ASKABLE`: the platform asks them, once they want it. `NONE`: it can't. */
export type ReminderAccess = 'GRANTED' | 'ASKABLE' | 'REFUSED' | 'NONE';

/** What the platform says at a time, also while the app is closed. It may stand on a lock screen. */
export interface Reminder {
  /** In milliseconds. */
  readonly at: number;
  readonly title: string;
  readonly body: string;
}

/** The platform's own way to remind a person. */
export interface Reminders {
  /** How it stands. Nobody is asked anything. */
  access(): Promise<ReminderAccess>;
  /** A person wants it, and is asked. `name` stands in the settings of the platform. */
  ask(name: string): Promise<ReminderAccess>;
  /** Takes the place of what was planned before. Where nothing is planned, what was said already goes too. */
  plan(reminders: readonly Reminder[]): Promise<void>;
}

/** Files that travel in the hands of a person, such as to a device that has a network. */
export interface TravelFiles {
  /** Writes a file where the person wants it, and resolves when all of it is there. False if they thought better of it. */
  save(name: string, pieces: AsyncIterable<Uint8Array>): Promise<boolean>;
  /** Lets the person choose a file of an ending, as far as the platform knows endings; null if they thought better of it. */
  choose(ending: string): Promise<ChosenFile | null>;
}

/** A picture of the camera or of a file, where the platform has it for now: neither sealed nor kept. */
export interface Picture {
  /** Of its file. */
  readonly name: string;
  /** Where the platform finds it: `file:` or `content:` on a phone, `blob:` in a browser. */
  readonly place: string;
  /** In bytes. */
  readonly size: number;
  /** RFC 3339, of one that was just taken; null for a file, which may tell it itself. */
  readonly takenAt: string | null;
  /** When its file was last written. */
  readonly changedAt: Date;
}

/** What the platform does with pictures, by their places: none is ever whole in the memory of the program. */
export interface Pictures extends Compressor<Picture> {
  /** Lets the person choose among their photos; none if they think better of it. Rejects where the platform can't give one. */
  choose(): Promise<readonly Picture[]>;
  /** Removes a picture that the app has made. The file that a person chose stays where they have it. */
  forget(picture: Pick<Picture, 'place'>): void;
  /** When the app starts: removes the pictures that a crash has left, which are not sealed. */
  forgetAll(): void;
  /** An address for a screen to show bytes by. */
  show(bytes: Uint8Array, contentType: PhotoContentType): string;
  /** Nobody looks at the address any more. */
  hide(address: string): void;
}

/** What a view of the camera is given. */
export interface CameraViewProps {
  /** Read aloud. */
  readonly label: string;
  /** The camera shows something: from now on the function takes a picture. */
  readonly onReady: (take: () => Promise<Picture>) => void;
  readonly onTrouble: (trouble: CameraTrouble) => void;
}

/** Why there is no picture. `REFUSED`: this app may not use the camera, until its person allows it in the settings. `NONE`: nothing gives one. */
export type CameraTrouble = 'REFUSED' | 'NONE';
