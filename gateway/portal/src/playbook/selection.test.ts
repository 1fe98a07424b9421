import { describe, expect, it } from 'vitest';
import { changes, stretch, type Written } from './selection';

/** The selection stands between brackets like these: `one ‹two› three`. */
function written(marked: string): Written {
  const start = marked.indexOf('‹');
  const end = marked.indexOf('›') - 1;
  return { text: marked.replace(/[‹›]/g, ''), start, end };
}

function shown({ text, start, end }: Written): string {
  return `${text.slice(0, start)}‹${text.slice(start, end)}›${text.slice(end)}`;
}

function acted(name: keyof typeof changes, marked: string): string {
  return shown(changes[name](written(marked)));
}

describe('the toolbar', () => {
  it('puts marks around what is selected, and takes them off again', () => {
    expect(acted('bold', 'one ‹two› three')).toBe('one **‹two›** three');
    expect(acted('bold', 'one **‹two›** three')).toBe('one ‹two› three');
    expect(acted('bold', 'one ‹**two**› three')).toBe('one ‹two› three');
    expect(acted('italic', '‹two›')).toBe('*‹two›*');
    expect(acted('code', 'a ‹b› c')).toBe('a `‹b›` c');
  });

  it('selects words to be typed over where nothing is selected', () => {
    expect(acted('bold', 'one ‹›')).toBe('one **‹bold›**');
    expect(acted('link', '‹›')).toBe('[‹words›](https://)');
  });

  it('asks for the address of words, and for the words of an address', () => {
    expect(acted('link', 'see ‹the board› first')).toBe('see [the board](‹https://›) first');
    expect(acted('link', '‹/impediments/1›')).toBe('[‹words›](/impediments/1)');
  });

  it('makes a list of the lines that the selection touches, and lines of a list', () => {
    expect(acted('list', 'a\non‹e\ntw›o\nb')).toBe('a\n‹- one\n- two›\nb');
    expect(acted('list', 'a\n- on‹e\n- tw›o\nb')).toBe('a\n‹one\ntwo›\nb');
    expect(acted('list', '‹one\n\ntwo›')).toBe('‹- one\n\n- two›');
    expect(acted('list', 'one‹›')).toBe('- one‹›');
    expect(acted('list', '‹one\n›two')).toBe('‹- one›\ntwo');
  });

  it('makes tasks of a list and a list of tasks', () => {
    expect(acted('task', '‹- one\n- two›')).toBe('‹- [ ] one\n- [ ] two›');
    expect(acted('list', '‹- [x] one›')).toBe('‹- one›');
    expect(acted('task', '‹- [x] one›')).toBe('‹one›');
    expect(acted('task', '‹›')).toBe('- [ ] ‹›');
  });

  it('goes from a paragraph to a heading, to a smaller one, and back', () => {
    expect(acted('heading', 'on‹e›')).toBe('‹## one›');
    expect(acted('heading', '## one‹›')).toBe('### one‹›');
    expect(acted('heading', '### one‹›')).toBe('one‹›');
  });

  it('sets blocks apart with empty lines', () => {
    expect(acted('table', 'one‹›')).toBe('one\n\n| ‹What› | Who |\n| --- | --- |\n| First | |\n\n');
    expect(acted('note', 'a\n‹one\ntwo›\nb')).toBe('a\n\n> [!NOTE]\n> ‹one›\n> two\n\nb');
    expect(acted('code', 'a\n\n‹one\ntwo›\n\nb')).toBe('a\n\n```\n‹one\ntwo›\n```\n\nb');
  });
});

describe('what is typed anew', () => {
  it('is the stretch that differs', () => {
    expect(stretch('one two three', 'one **two** three')).toEqual({ start: 4, end: 7, text: '**two**' });
    expect(stretch('aa', 'aaa')).toEqual({ start: 2, end: 2, text: 'a' });
    expect(stretch('same', 'same')).toEqual({ start: 4, end: 4, text: '' });
  });
});
