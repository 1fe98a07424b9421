/** A heading of a template with what stands under it. */
export interface Section {
  heading: string;
  text: string;
}

/** The parts under headings of the second level or deeper, without what only tells how to fill them in. */
export function sectionsOf(markdown: string): Section[] {
  const parts = markdown.split(/^#{2,6}[ \t]+(.+)$/m);
  return parts
    .map((heading, at) =>
      at % 2 === 1 ? { heading: heading.trim(), text: withoutHints(parts[at + 1] ?? '') } : undefined,
    )
    .filter((part) => part !== undefined);
}

/** A paragraph all in italics is meant for whoever fills the template in, not for who reads the result. */
function withoutHints(text: string): string {
  return text
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '' && !/^\*[^*][\s\S]*[^*]\*$|^_[^_][\s\S]*[^_]_$/.test(paragraph))
    .map((paragraph) => (/^\s*([-|]|\d+\.)/m.test(paragraph) ? paragraph : paragraph.replaceAll(/\s*\n\s*/g, ' ')))
    .join('\n\n');
}

/** The marks of a template in whose place nobody has put words yet, each once. */
export function marksIn(texts: string[]): string[] {
  return [...new Set(texts.flatMap((text) => text.match(/\{\{[^{}]+\}\}/g) ?? []))];
}

/** Fills in what is known where the words before a mark name it; whatever else a mark asks for, only a person knows. */
export function knowing(text: string, known: { since: string; daysLost: number | undefined }): string {
  const { since, daysLost } = known;
  const dated = text.replaceAll(/((?:blocked|raised|open)\s+(?:since|on)\s+)\{\{date\}\}/gi, `$1${since}`);
  if (daysLost === undefined) return dated;
  const days = daysLost === 1 ? '1 day' : `${daysLost} days`;
  return dated.replaceAll(/((?:days\s+)?lost(?:\s+(?:until\s+now|so\s+far))?:?\s+)\{\{days[^{}]*\}\}/gi, `$1${days}`);
}

function under(sections: Section[], ...words: RegExp[]): string {
  for (const word of words) {
    const found = sections.find(({ heading, text }) => word.test(heading) && text !== '');
    if (found) return found.text;
  }
  return '';
}

/** Where something made of a template came from; who reads it gets a link. */
export function originOf(template: string): string {
  return `Template: /pages/${template}`;
}

/** What a paragraph of another service takes. */
const longest = 4000;

function within(text: string): string {
  return unmarked(text).slice(0, longest);
}

/** What is made of a template is plain text, and would show the marks of emphasis as they are. */
function unmarked(text: string): string {
  return text
    .replaceAll(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, '$2')
    .replaceAll(/(?<![\w*])\*(?=[^\s*])([^*\n]+?)(?<=[^\s*])\*(?![\w*])/g, '$1');
}

/** What an escalation asks for: a change, and what it costs to go without. */
export function evidenceOf(template: string, markdown: string): { proposal: string; impact: string } {
  const sections = sectionsOf(markdown);
  const proposal = under(sections, /propos/i, /change/i);
  const impact = under(sections, /cost/i, /impact|lost|lose/i);
  const origin = originOf(template);
  const text = proposal || (impact ? '' : withoutHints(markdown));
  return {
    proposal: `${within(text).slice(0, longest - origin.length - 2)}\n\n${origin}`.trim(),
    impact: within(impact),
  };
}

/** What a decision consists of. */
export function decisionOf(markdown: string): {
  question: string;
  choice: string;
  why: string;
  options: { name: string; tradeOffs: string }[];
} {
  const sections = sectionsOf(markdown);
  const considered = sections.find(({ heading }) => /option/i.test(heading));
  const why = under(sections, /\bwhy\b|reason|rationale/i);
  return {
    question: (under(sections, /question|problem|context/i).split('\n')[0] ?? '').slice(0, 200),
    choice: within(under(sections, /choice|chosen|^decision/i)),
    why: within(why || (sections.length === 0 ? withoutHints(markdown) : '')),
    options: considered ? optionsIn(considered.text) : [],
  };
}

/** Each row of a table, with the cells under the names of their columns; or each point of a list. */
function optionsIn(text: string): { name: string; tradeOffs: string }[] {
  const [head, , ...rows] = text
    .split('\n')
    .filter((line) => line.trim().startsWith('|'))
    .map(cellsOf);
  if (!head) {
    return text
      .split('\n')
      .flatMap((line) => /^\s*[-*]\s+(.+)$/.exec(line)?.[1] ?? [])
      .map((name) => ({ name: name.slice(0, 200), tradeOffs: '' }));
  }
  return rows.map(([name = '', ...cells]) => ({
    name: name.slice(0, 200),
    tradeOffs: cells.map((cell, at) => `${head[at + 1] ?? ''}: ${cell}`).join('\n'),
  }));
}

function cellsOf(line: string): string[] {
  return line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());
}

/** An agenda is talked through heading by heading. */
export function topicsOf(template: string, markdown: string): string[] {
  const headings = sectionsOf(markdown).map(({ heading }) => heading.slice(0, 200));
  return headings.length === 0 ? [] : [...headings, originOf(template)];
}

/** A page of one's own begins with the template's text, and says at its end what it was made of. */
export function pageOf({ id, title, text }: { id: string; title: string; text: string }): string {
  return `${text.trimEnd()}\n\n---\n\nMade of the template [${title.replaceAll(/[[\]]/g, '\\$&')}](/pages/${id}).\n`;
}
