import { describe, expect, it } from 'vitest';
import { describeMedia } from '../../renderer/state/media.ts';

describe('a file of a message', () => {
  it.each([
    ['image/jpeg', 'image', 'JPEG'],
    ['IMAGE/PNG', 'image', 'PNG'],
    ['image/svg+xml', 'image', 'SVG'],
    ['video/mp4', 'video', 'MP4'],
    ['video/quicktime', 'video', 'MOV'],
    ['audio/mpeg', 'audio', 'MP3'],
    ['audio/x-wav', 'audio', 'WAV'],
    ['text/vcard; charset=utf-8', 'contact', null],
    ['text/x-vcard', 'contact', null],
    ['application/pdf', 'document', 'PDF'],
    ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'document', null],
    ['application/zip', 'file', 'ZIP'],
    ['application/octet-stream', 'file', null],
    ['image/<b>evil</b>', 'image', null],
    ['constructor', 'file', null],
    ['', 'file', null],
  ])('of the type “%s” is of the kind “%s” and the format %s', (contentType, kind, format) => {
    expect(describeMedia({ contentType, url: null })).toEqual({ kind, format });
  });
});
