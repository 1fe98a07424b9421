import { describe, expect, it } from 'vitest';
import { newest } from './newest';

function asking() {
  const answers = new Map<string, { give: (answer: string) => void; refuse: (why: string) => void }>();
  const seen: string[] = [];
  const ask = newest(
    (text: string) => new Promise<string>((give, refuse) => answers.set(text, { give, refuse })),
    (answer) => seen.push(answer),
    (why) => seen.push(`failed: ${why}`),
  );
  const settled: Promise<void>[] = [];
  return {
    seen,
    ask: (text: string) => settled.push(ask(text)),
    settle: async (text: string, how: 'give' | 'refuse' = 'give') => {
      const at = [...answers.keys()].indexOf(text);
      answers.get(text)?.[how](text);
      await settled[at];
    },
  };
}

describe('a preview', () => {
  it('shows answers as they come while they are in order', async () => {
    const { ask, settle, seen } = asking();
    ask('one');
    ask('two');
    await settle('one');
    await settle('two');
    expect(seen).toEqual(['one', 'two']);
  });

  it('passes over what comes late', async () => {
    const { ask, settle, seen } = asking();
    ask('one');
    ask('two');
    await settle('two');
    await settle('one');
    expect(seen).toEqual(['two']);
  });

  it('passes over a failure that comes late, and shows one that does not', async () => {
    const { ask, settle, seen } = asking();
    ask('one');
    ask('two');
    ask('three');
    await settle('two');
    await settle('one', 'refuse');
    await settle('three', 'refuse');
    expect(seen).toEqual(['two', 'failed: three']);
  });
});
