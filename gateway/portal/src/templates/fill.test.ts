import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decisionOf, evidenceOf, knowing, marksIn, pageOf, sectionsOf, topicsOf } from './fill';

/** What the starter shelf brings is what most people fill in. */
function shelf(file: string): string {
  const page = readFileSync(
    new URL(`../../../../cop-service/src/main/resources/shelf/${file}`, import.meta.url),
    'utf8',
  );
  return page.replace(/^---\n[\s\S]*?\n---\n/, '');
}

describe('evidence for an escalation', () => {
  it('takes the proposed change and the cost, and says which template it came of', () => {
    const { proposal, impact } = evidenceOf('p1', shelf('scrum-masters/escalation-evidence.md'));
    expect(proposal).toMatch(/^We propose that \{\{who\}\} \{\{changes what\}\}, from/);
    expect(proposal).toMatch(/\n\nTemplate: \/pages\/p1$/);
    expect(proposal).not.toContain('One proposal; a smaller one');
    expect(impact).toMatch(/^Blocked since \{\{date\}\}\. Lost until now/);
  });

  it('puts all of a template without such headings into the proposal', () => {
    expect(evidenceOf('p1', 'We ask for {{what}}.')).toEqual({
      proposal: 'We ask for {{what}}.\n\nTemplate: /pages/p1',
      impact: '',
    });
  });

  it('is never longer than an escalation takes', () => {
    const { proposal, impact } = evidenceOf(
      'p1',
      `## Proposal\n\n${'a'.repeat(9000)}\n\n## Cost\n\n${'b'.repeat(9000)}`,
    );
    expect(proposal.length).toBeLessThanOrEqual(4000);
    expect(proposal).toMatch(/Template: \/pages\/p1$/);
    expect(impact).toHaveLength(4000);
  });
});

describe('the marks of a template', () => {
  it('are named, each once, as long as they stand there', () => {
    expect(marksIn(['From {{date}} to {{date}}: {{who}}', '{ {no} }', 'Ready.'])).toEqual(['{{date}}', '{{who}}']);
    expect(marksIn(['Ready.'])).toEqual([]);
  });

  it('are filled in where the product knows what they ask for', () => {
    const { impact } = evidenceOf('p1', shelf('scrum-masters/escalation-evidence.md'));
    const filled = knowing(impact, { since: '4 May 2026', daysLost: 12 });
    expect(filled).toMatch(/^Blocked since 4 May 2026\. Lost until now: 12 days, counted by \{\{how/);
    expect(filled).toContain('further week costs {{days, money');
    expect(knowing(impact, { since: '4 May 2026', daysLost: undefined })).toContain('Lost until now: {{days over');
    expect(knowing('from {{date}}', { since: '4 May 2026', daysLost: 1 })).toBe('from {{date}}');
  });
});

describe('a decision record', () => {
  it('becomes question, choice, reasons and the options of its table', () => {
    const { question, choice, why, options } = decisionOf(shelf('product-owners/decision-record.md'));
    expect(question).toBe('{{one question that ends in a question mark, and why it has to be answered now}}');
    expect(choice).toBe('{{the option, in one sentence}}');
    expect(why).toMatch(/^\{\{the two or three reasons/);
    expect(options.map(({ name }) => name)).toEqual(['{{do nothing}}', '{{option}}', '{{option}}']);
    expect(options[0]?.tradeOffs).toBe(
      'speaks for it: {{gain}}\nspeaks against it: {{cost}}\ncan be undone: {{how, and until when}}',
    );
  });

  it('shows no marks of emphasis, as it is plain text', () => {
    const { why } = decisionOf(shelf('product-owners/decision-record.md'));
    expect(why).toContain('\n\nWhat we do not know yet: {{the assumption');
    expect(decisionOf('## Why\n\nIt is **the** *only* one, 2 * 3 * 4.').why).toBe('It is the only one, 2 * 3 * 4.');
  });

  it('takes options from a list, too', () => {
    expect(decisionOf('## Options\n\n- Wait\n- Buy it').options).toEqual([
      { name: 'Wait', tradeOffs: '' },
      { name: 'Buy it', tradeOffs: '' },
    ]);
  });
});

it('an agenda becomes its headings, and a link to it', () => {
  const topics = topicsOf('p1', shelf('product-owners/weekly-sync-agenda.md'));
  expect(topics[0]).toBe('Carried over (2 min)');
  expect(topics.at(-1)).toBe('Template: /pages/p1');
  expect(topics).toHaveLength(6);
  expect(topicsOf('p1', 'No heading.')).toEqual([]);
});

it('a page of its own keeps the text and leads back', () => {
  expect(pageOf({ id: 'p1', title: 'Done [team]', text: '# Done\n' })).toBe(
    '# Done\n\n---\n\nMade of the template [Done \\[team\\]](/pages/p1).\n',
  );
});

it('leaves out what only tells how to fill it in', () => {
  expect(sectionsOf('## A\n\n*Only once.*\n\nSay *what*\nhelps.\n\n- [ ] step')).toEqual([
    { heading: 'A', text: 'Say *what* helps.\n\n- [ ] step' },
  ]);
});
