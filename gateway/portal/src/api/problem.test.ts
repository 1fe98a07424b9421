import { describe, expect, it } from 'vitest';
import { isWorthRetrying, offlineProblem, problemFrom } from './problem';

describe('a refusal', () => {
  it('is shown in the words of the service', () => {
    const problem = problemFrom(422, {
      type: '/problems/sprint-closed',
      title: 'Closed',
      detail: 'Choose a later sprint.',
    });
    expect([problem.type, problem.title, problem.detail]).toEqual([
      '/problems/sprint-closed',
      'Closed',
      'Choose a later sprint.',
    ]);
  });

  it('says what to do even when a proxy answered with a page of its own', () => {
    const problem = problemFrom(504, '<html>Gateway Timeout</html>');
    expect(problem.title).toBe('The answer took too long');
    expect(problem.detail).toContain('look before you repeat it');
  });

  it('names the fields that do not fit', () => {
    const problem = problemFrom(422, {
      errors: [{ field: 'title', message: 'is missing' }, { pointer: '#/date', detail: 'is past' }, 7],
    });
    expect(problem.errors).toEqual([
      { field: 'title', message: 'is missing' },
      { field: 'date', message: 'is past' },
    ]);
  });

  it('calls a field as its form does', () => {
    expect(problemFrom(422, { detail: "Say something in 'fix'." }).detail).toBe('Say something in “What fixed it?”.');
    expect(problemFrom(422, { errors: [{ field: 'ownWord', message: 'is missing' }] }).errors).toEqual([
      { field: 'own word', message: 'is missing' },
    ]);
  });

  it('says that the session ended as a person would', () => {
    const problem = problemFrom(401, {
      title: 'You are not signed in',
      detail: 'Sign in, or send a valid access token.',
    });
    expect([problem.title, problem.detail]).toEqual(['You are signed out', 'Sign in again; what you typed is kept.']);
  });

  it('tells how long to wait', () => {
    expect(problemFrom(503, {}, '7').retryAfterSeconds).toBe(7);
    expect(problemFrom(503, {}, 'soon').retryAfterSeconds).toBeUndefined();
  });

  it('is repeated by itself only when nothing can have happened twice', () => {
    expect([offlineProblem(), problemFrom(503, {}), problemFrom(502, {})].every(isWorthRetrying)).toBe(true);
    expect([problemFrom(504, {}), problemFrom(409, {}), problemFrom(500, {}), new Error()].some(isWorthRetrying)).toBe(
      false,
    );
  });
});
