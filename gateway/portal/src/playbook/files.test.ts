import { describe, expect, it } from 'vitest';
import { inserted, markdownOf, sizeOf } from './files';

describe('a file in a text', () => {
  it('has a size as people say it', () => {
    expect([12, 2048, 999 * 1024, 1023 * 1024, 5.25 * 1024 * 1024].map(sizeOf)).toEqual([
      '12 bytes',
      '2 KB',
      '999 KB',
      '1.0 MB',
      '5.3 MB',
    ]);
  });

  it('is an image with its description, or a link with its words', () => {
    expect(markdownOf({ path: '/api/cop/files/1', image: true }, 'Our board')).toBe('![Our board](/api/cop/files/1)');
    expect(markdownOf({ path: '/api/cop/files/1', image: false }, 'form.pdf')).toBe('[form.pdf](/api/cop/files/1)');
  });

  it('is described in one line and without Markdown of its own', () => {
    expect(markdownOf({ path: '/x', image: true }, ' a ]( *b*\n<c> ')).toBe('![a \\]( \\*b\\* \\<c\\>](/x)');
  });

  it('comes to stand where the cursor is', () => {
    expect(inserted({ text: 'one two', start: 4, end: 7 }, 'x')).toEqual({ text: 'one x', start: 5, end: 5 });
  });
});
