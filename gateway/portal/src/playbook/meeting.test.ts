import { describe, expect, it } from 'vitest';
import { placesIn, settle } from './meeting';

const together = [
  'Before',
  '<<<<<<< theirs',
  'Ask the team.',
  '=======',
  'Ask everybody.',
  'Twice.',
  '>>>>>>> yours',
  'Between',
  '<<<<<<< theirs',
  '=======',
  'Mine alone',
  '>>>>>>> yours',
  'After',
].join('\n');

describe('a meeting of texts', () => {
  it('is found at each place, with what each wrote', () => {
    expect(placesIn(together).map(({ theirs, mine }) => [theirs, mine])).toEqual([
      ['Ask the team.\n', 'Ask everybody.\nTwice.\n'],
      ['', 'Mine alone\n'],
    ]);
  });

  it('is settled with what one of them wrote, or with both, and the rest stays', () => {
    const [first, second] = placesIn(together);
    if (!first || !second) throw new Error('two places');
    expect(settle(together, first, 'theirs')).toContain('Before\nAsk the team.\nBetween\n<<<<<<< theirs');
    expect(settle(together, first, 'mine')).toContain('Before\nAsk everybody.\nTwice.\nBetween');
    expect(settle(together, first, 'both')).toContain('Before\nAsk the team.\nAsk everybody.\nTwice.\nBetween');
    expect(settle(together, second, 'theirs')).toContain('Between\nAfter');
  });

  it('is none where somebody writes about such marks, or has settled all', () => {
    expect(placesIn('A line of ======= and one of\n\n=======\n\nalone')).toEqual([]);
    expect(placesIn('')).toEqual([]);
    expect(placesIn('<<<<<<< theirs\na\n=======\nb\n>>>>>>> yours')).toHaveLength(1);
  });
});
