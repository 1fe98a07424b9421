import { describe, expect, it } from 'vitest';
import { matches, resultsOf } from './matches';

describe('what is found by its name', () => {
  it('has every word, in any order and case', () => {
    expect(matches('Arrival time to the minute', 'MINUTE arrival')).toBe(true);
    expect(matches('Arrival time to the minute', 'arrival hour')).toBe(false);
  });
});

describe('the address of the results', () => {
  it('holds whatever was typed', () => {
    expect(resultsOf(' a&b #1 ')).toBe('/search?q=a%26b+%231');
  });
});
