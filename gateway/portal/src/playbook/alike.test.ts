import { describe, expect, it } from 'vitest';
import { endingWith, isIn, quoteOf } from './alike';

const teams = ['Tickets', 'Payments', 'Harbour'].map((name) => ({ id: name, name }));

describe('what teams do alike', () => {
  it('is a quotation that says whose it is', () => {
    expect(quoteOf('Every second sprint\n\nnot every one ', teams)).toBe(
      '> Every second sprint\n>\n> not every one\n>\n> As Tickets, Payments and Harbour do it',
    );
  });

  it('comes to stand at the end, and nothing of the text is lost', () => {
    expect(endingWith('# Debt\n\n- one\n', '> x')).toBe('# Debt\n\n- one\n\n> x\n');
    expect(endingWith('', '> x')).toBe('> x\n');
  });

  it('is known again where it was put, and where somebody has worked it in', () => {
    const words = 'Every second sprint\nnot every one';
    expect(isIn(endingWith('Text', quoteOf(words, teams)), words)).toBe(true);
    expect(isIn('We do it every second sprint not every one.', words)).toBe(true);
    expect(isIn('We do it every sprint.', words)).toBe(false);
  });
});
