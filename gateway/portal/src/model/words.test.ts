import { describe, expect, it } from 'vitest';
import { clause } from './words';

describe('words', () => {
  it('lose their full stop where the sentence goes on', () => {
    expect(`${clause('It answered 410: it is gone for good.')}, just now`).toBe(
      'It answered 410: it is gone for good, just now',
    );
    expect(clause('Paused by Noor')).toBe('Paused by Noor');
  });
});
