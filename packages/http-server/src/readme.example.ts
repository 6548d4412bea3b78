import { announcedLength } from '@wellpulse/http-server';

export const bytes = announcedLength({ 'content-length': '12' }); // 12
export const inChunks = announcedLength({ 'transfer-encoding': 'chunked' }); // null
