import { count, counted } from '../../lib/decimal.ts';

/** Photos: choosing them, sending them and looking at them. */
export const photoTexts = {
  photos: 'Photos',
  countOf: (chosen: number, most: number) => `${count(chosen)} of ${count(most)} at most`,
  chosenPhotos: 'Chosen photos',
  chooseOrDrop: 'Choose photos, or drop them here',
  takeOrChoose: 'Take or choose photos',
  addPhotos: 'Add photos',
  leftOut: (total: number, most: number) =>
    `${counted(total, 'photo was', 'photos were')} left out: one log takes ${count(most)} photos.`,

  remove: (name: string) => `Remove ${name}`,
  /** What a bar of progress shows. */
  sentOf: (name: string) => `${name}: sent`,
  preparing: 'Preparing',
  waiting: 'Waiting',
  checking: 'Checking',
  stored: 'Stored',
  takenAt: (when: string) => `taken ${when}`,
  fromTheWell: (distance: string) => `${distance} from the well`,
  fromWell: (distance: string, well: string) => `${distance} from ${well}`,

  missing: 'Missing',
  missingFromStorage: 'Missing: the picture is no longer in the storage',
  waitingFor: (who: string, device: string | null) =>
    `Waiting for the photo from ${who}${device === null ? '' : `, on ${device}`}`,
  /** Inside a sentence. */
  formerUser: 'a former user',
  photoBy: (who: string, when: string) => `Photo by ${who}, ${when}`,
  noPreview: 'No preview',

  photo: 'Photo',
  /** "2 of 5". */
  place: (position: number, total: number) => `${count(position)} of ${count(total)}`,
  previousPhoto: 'Previous photo',
  nextPhoto: 'Next photo',
  wholePhoto: 'Whole photo',
  aboutPhoto: 'About the photo',
  arrivesByItself: 'It appears here by itself as soon as it has arrived.',
  canBeAddedAgain: 'Who took it may still have it: it can be added again.',
  thePhoto: 'The photo',
  thePhotoBy: (who: string) => `The photo by ${who}`,
  notShown: 'The picture can’t be shown',
  noHeic: 'This browser doesn’t show HEIC pictures. Open it from the panel beside.',
  openAgain: 'Check the connection, close this and open the photo again.',

  by: 'By',
  taken: 'Taken',
  added: 'Added',
  size: 'Size',
  where: 'Place',
  notKnown: 'Not known',
  pixels: (width: string, height: string) => `${width} × ${height} pixels`,
  openFile: 'Open the file',

  numberOf: (total: number) => counted(total, 'photo', 'photos'),
  none: 'No photos yet',
  noneHint: 'They come with the maintenance that is logged.',
  allOfItem: 'All photos of the item',
};
