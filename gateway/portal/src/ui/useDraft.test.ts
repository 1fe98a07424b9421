import { beforeEach, expect, it, vi } from 'vitest';
import { draftsAreOf, isDrafted, keepDraft } from './useDraft';

/** A tab's storage, whose entries are its properties, as in a browser. */
function storage(): Storage {
  const methods = {
    getItem(this: Record<string, string>, key: string) {
      return Object.hasOwn(this, key) ? this[key] : null;
    },
    setItem(this: Record<string, string>, key: string, value: string) {
      this[key] = value;
    },
    removeItem(this: Record<string, string>, key: string) {
      delete this[key];
    },
  };
  return Object.create(methods) as Storage;
}

beforeEach(() => {
  vi.stubGlobal('sessionStorage', storage());
});

it('what was typed stays for the same person, also after signing in again', () => {
  draftsAreOf('anna');
  keepDraft('raise-impediment', { title: 'No test data' });
  draftsAreOf('anna');
  expect(isDrafted('raise-impediment')).toBe(true);
});

it('what was typed is not there for whoever signs in next', () => {
  draftsAreOf('anna');
  keepDraft('raise-impediment', { title: 'No test data' });
  sessionStorage.setItem('guildhall.theme', 'dark');
  draftsAreOf('ben');
  expect(isDrafted('raise-impediment')).toBe(false);
  expect(sessionStorage.getItem('guildhall.theme')).toBe('dark');
  draftsAreOf('anna');
  expect(isDrafted('raise-impediment')).toBe(false);
});
