import { Link } from 'wouter';
import { usePages } from '../api/query';
import { show } from '../app/overlay';
import { choices, decisionWords, oneOf, sentence } from '../model/words';
import { Button } from '../ui/Button';
import { Select, TextField } from '../ui/Field';
import { Ago, DecisionMark } from '../ui/Marks';
import { More, Page, Panel } from '../ui/Page';
import { Empty, Show } from '../ui/States';
import { useFilters } from '../ui/useFilters';
import { DecideButtons } from './parts';

export default function Decisions() {
  const filters = useFilters();
  const query = usePages('/api/roadmap/decisions', {
    query: {
      status: oneOf(decisionWords, filters.get('status')),
      q: filters.get('q'),
      concerns: filters.get('concerns'),
      limit: 50,
    },
    keep: true,
  });
  return (
    <Page
      title="Decision log"
      lead="What was decided, why, and what replaced it."
      actions={
        <Button icon="plus" onClick={() => show({ kind: 'decide' })}>
          Record a decision
        </Button>
      }
    >
      <div className="filters" role="search">
        <TextField
          className="search"
          label="Words"
          type="search"
          defaultValue={filters.get('q') ?? ''}
          onText={(q) => filters.set({ q })}
        />
        <Select label="Status" value={filters.get('status') ?? ''} onText={(status) => filters.set({ status })}>
          <option value="">Any status</option>
          {choices(decisionWords).map(([status, word]) => (
            <option key={status} value={status}>
              {word}
            </option>
          ))}
        </Select>
      </div>
      <Panel title="Decisions" count={query.data && `${query.data.items.length}${query.hasNextPage ? '+' : ''}`}>
        <Show query={query} lines={6}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty title="No decisions here yet">
                Three fields are enough to record one: the question, the choice, and why.
              </Empty>
            ) : (
              <ul className="rows">
                {items.map((one) => (
                  <li key={one.id} className="spread">
                    <div className="grow">
                      <Link href={`/decisions/${one.id}`} className="plain-link strong">
                        {one.question}
                      </Link>
                      <p>{one.choice}</p>
                      <p className="row small quiet">
                        <DecisionMark status={one.status} />
                        <span>
                          {one.by.name}, <Ago at={one.at} />
                        </span>
                        {one.source && <span className="tag">from {sentence(one.source.kind).toLowerCase()}</span>}
                      </p>
                    </div>
                    <div className="row">
                      <DecideButtons one={one} size="small" />
                    </div>
                  </li>
                ))}
              </ul>
            )
          }
        </Show>
        <More query={query} />
      </Panel>
    </Page>
  );
}
