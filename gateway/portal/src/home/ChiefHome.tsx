import { Link } from 'wouter';
import type { Me } from '../api/contract';
import { useGet } from '../api/query';
import { DecideButtons } from '../decisions/parts';
import { may, use } from '../model/can';
import { quarterOf } from '../model/time';
import { Grid } from '../roadmap/Grid';
import { Goal, NoOutcomes, WithoutOutcome } from '../roadmap/Roadmap';
import { ButtonLink } from '../ui/Button';
import { Ago } from '../ui/Marks';
import { Page, Panel } from '../ui/Page';
import { Show } from '../ui/States';

export default function ChiefHome(_: { me: Me }) {
  const from = quarterOf(new Date());
  const roadmap = useGet('/api/roadmap/roadmap', { query: { from, quarters: 2 } });
  return (
    <Page title="Where the product stands">
      <DecisionStrip />
      <Goal />
      <Show query={roadmap} lines={8}>
        {(data) => (
          <>
            <Panel
              title="Outcomes, this quarter and next"
              actions={
                <ButtonLink size="small" href="/roadmap">
                  Whole roadmap
                </ButtonLink>
              }
            >
              {data.cells.every((cell) => cell.outcomes.length === 0) && <NoOutcomes quarter={from} />}
              <Grid roadmap={data} />
            </Panel>
            <WithoutOutcome {...data.withoutOutcome} />
          </>
        )}
      </Show>
    </Page>
  );
}

/** Decisions that wait, oldest first, answered where they are shown. */
export function DecisionStrip() {
  const query = useGet('/api/roadmap/decisions', { query: { status: 'PROPOSED', limit: 25 } });
  const waiting = (query.data?.items ?? [])
    .filter((one) => may(one, use.acceptDecision))
    .sort((one, other) => one.at.localeCompare(other.at));
  if (waiting.length === 0) return null;
  return (
    <section aria-label="Decisions waiting for you">
      <div className="section-title">
        <h2>
          Waiting for your decision <span className="count">{waiting.length}</span>
        </h2>
        <Link href="/decisions?status=PROPOSED" className="small">
          All in the log
        </Link>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard */}
      <ul className="strip" tabIndex={0}>
        {waiting.map((one) => (
          <li key={one.id}>
            <p>
              <Link href={`/decisions/${one.id}`} className="plain-link strong">
                {one.question}
              </Link>
            </p>
            <p className="small">{one.choice}</p>
            <p className="small quiet">
              {one.by.name}, <Ago at={one.at} />
            </p>
            <div className="row">
              <DecideButtons one={one} size="small" />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
