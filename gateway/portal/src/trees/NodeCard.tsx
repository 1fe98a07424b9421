import { useEffect, useRef, useState } from 'react';
import type { Gap } from '../api/contract';
import { usePages } from '../api/query';
import { Button } from '../ui/Button';
import { Select, TextArea, TextField } from '../ui/Field';
import { Icon } from '../ui/Icon';
import { nameOf, type SketchNode } from './sketch';

const mostAnswers = 8;

/** One question with its answers, or one end with its advice, to be written. */
export function NodeCard({
  node,
  number,
  nodes,
  community,
  gaps,
  chosen,
  onChange,
  onLead,
  onDelete,
}: {
  node: SketchNode;
  number: number;
  nodes: SketchNode[];
  community: string;
  gaps: Gap[];
  chosen: boolean;
  onChange: (change: Partial<SketchNode>) => void;
  /** Makes what an answer leads to. */
  onLead: (answer: number, end: boolean) => void;
  onDelete: () => void;
}) {
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    if (chosen) card.current?.querySelector<HTMLElement>('input, textarea')?.focus({ preventScroll: true });
  }, [chosen]);
  const kind = node.end ? 'End' : 'Question';
  return (
    <section
      ref={card}
      id={`node-${node.id}`}
      className={`panel node-card ${node.end ? 'is-end' : ''} ${chosen ? 'chosen' : ''}`}
      aria-label={`${number}. ${nameOf(node)}`}
    >
      <header>
        <h2>
          {number}. {kind}
        </h2>
        <div className="row">
          {!node.end && node.answers.every((answer) => answer.to === '') && (
            <Button size="small" kind="ghost" icon="swap" onClick={() => onChange(asEnd(node))}>
              Make it an end
            </Button>
          )}
          {node.end && (
            <Button size="small" kind="ghost" icon="swap" onClick={() => onChange(asQuestion(node))}>
              Make it a question
            </Button>
          )}
          <Button size="small" kind="ghost" icon="cross" onClick={onDelete}>
            Delete<span className="sr-only"> {nameOf(node)}</span>
          </Button>
        </div>
      </header>
      <div className="body stack">
        {gaps.length > 0 && (
          <ul className="gaps here">
            {gaps.map((gap) => (
              <li key={`${gap.kind} ${gap.todo}`}>
                <Icon name="risk" /> {gap.todo}
              </li>
            ))}
          </ul>
        )}
        {node.end ? (
          <EndFields node={node} community={community} onChange={onChange} />
        ) : (
          <QuestionFields node={node} nodes={nodes} onChange={onChange} onLead={onLead} />
        )}
      </div>
    </section>
  );
}

/** What was written into it stays, as far as the other kind has a place for it. */
function asEnd(node: SketchNode): Partial<SketchNode> {
  return { end: true, outcome: node.question, advice: node.help, question: '', help: '', answers: [] };
}

function asQuestion(node: SketchNode): Partial<SketchNode> {
  return {
    end: false,
    question: node.outcome,
    help: node.advice,
    outcome: '',
    advice: '',
    answers: ['Yes', 'No'].map((text) => ({ text, to: '' })),
  };
}

function QuestionFields({
  node,
  nodes,
  onChange,
  onLead,
}: {
  node: SketchNode;
  nodes: SketchNode[];
  onChange: (change: Partial<SketchNode>) => void;
  onLead: (answer: number, end: boolean) => void;
}) {
  const setAnswer = (index: number, change: Partial<SketchNode['answers'][number]>) =>
    onChange({ answers: node.answers.map((answer, at) => (at === index ? { ...answer, ...change } : answer)) });
  const choose = (index: number, to: string) => {
    if (to === 'new question' || to === 'new end') onLead(index, to === 'new end');
    else setAnswer(index, { to });
  };
  return (
    <>
      <TextField
        label="What is asked?"
        maxLength={200}
        dir="auto"
        value={node.question}
        onText={(question) => onChange({ question })}
        onKeyDown={notYet}
      />
      <TextArea
        label="How does one find the answer?"
        optional
        rows={2}
        maxLength={4000}
        dir="auto"
        value={node.help}
        onText={(help) => onChange({ help })}
      />
      <fieldset className="answers-of">
        <legend>Answers</legend>
        {node.answers.map((answer, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an answer is known by its place
          <div key={index} className="answer-of">
            <TextField
              label={`Answer ${index + 1}`}
              maxLength={200}
              dir="auto"
              value={answer.text}
              onText={(text) => setAnswer(index, { text })}
              onKeyDown={notYet}
            />
            <Select label={`Answer ${index + 1} leads to`} value={answer.to} onText={(to) => choose(index, to)}>
              <option value="">Nowhere yet</option>
              {nodes
                .filter((other) => other.id !== node.id || answer.to === node.id)
                .map((other) => (
                  <option key={other.id} value={other.id}>
                    {other.end ? 'End: ' : ''}
                    {nameOf(other)}
                  </option>
                ))}
              <option value="new question">A new question…</option>
              <option value="new end">A new end…</option>
            </Select>
            <Button
              kind="ghost"
              icon="cross"
              aria-label={`Delete answer ${index + 1}`}
              onClick={() => onChange({ answers: node.answers.filter((_, at) => at !== index) })}
            />
          </div>
        ))}
        {node.answers.length < mostAnswers && (
          <Button
            size="small"
            icon="plus"
            onClick={() => onChange({ answers: [...node.answers, { text: '', to: '' }] })}
          >
            Add an answer
          </Button>
        )}
      </fieldset>
    </>
  );
}

function EndFields({
  node,
  community,
  onChange,
}: {
  node: SketchNode;
  community: string;
  onChange: (change: Partial<SketchNode>) => void;
}) {
  return (
    <>
      <TextField
        label="What is to be done?"
        maxLength={200}
        dir="auto"
        value={node.outcome}
        onText={(outcome) => onChange({ outcome })}
        onKeyDown={notYet}
      />
      <TextArea
        label="How?"
        hint="Markdown, as on the pages of the playbook."
        optional
        rows={4}
        maxLength={4000}
        dir="auto"
        value={node.advice}
        onText={(advice) => onChange({ advice })}
      />
      <LinkPage
        community={community}
        onLink={(link) => onChange({ advice: node.advice.trim() ? `${node.advice.trimEnd()}\n\n${link}` : link })}
      />
    </>
  );
}

/** Puts a link to a page of the same community under the advice. */
function LinkPage({ community, onLink }: { community: string; onLink: (link: string) => void }) {
  const [open, setOpen] = useState(false);
  const pages = usePages('/api/cop/communities/{id}/pages', {
    path: { id: community },
    query: { status: ['PUBLISHED'], limit: 100 },
    enabled: open,
  });
  if (!open) {
    return (
      <div>
        <Button size="small" kind="ghost" icon="link" onClick={() => setOpen(true)}>
          Link a page
        </Button>
      </div>
    );
  }
  return (
    <Select
      label="Which page?"
      autoFocus
      value=""
      onText={(id) => {
        const page = pages.data?.items.find((one) => one.id === id);
        if (page) onLink(`See [${page.title.replace(/[[\]]/g, '')}](/pages/${page.id}).`);
        setOpen(false);
      }}
    >
      <option value="">{pages.data ? 'Choose a page of the playbook' : 'Loading…'}</option>
      {pages.data?.items.map((page) => (
        <option key={page.id} value={page.id}>
          {page.title}
        </option>
      ))}
    </Select>
  );
}

/** A line is ended with Enter by habit; only the button saves. */
export function notYet(event: React.KeyboardEvent) {
  if (event.key === 'Enter') event.preventDefault();
}
