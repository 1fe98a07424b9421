import { Link } from 'wouter';
import type { Me } from '../api/contract';
import { useGet } from '../api/query';
import { quarterOf } from '../model/time';
import { Grid } from '../roadmap/Grid';
import { Goal } from '../roadmap/Roadmap';
import { Ago, DecisionMark } from '../ui/Marks';
import { Page, Panel } from '../ui/Page';
import { Empty, Show } from '../ui/States';

export default function StakeholderHome(_: { me: Me }) {
  const roadmap = useGet('/api/roadmap/roadmap', { query: { from: quarterOf(new Date()), quarters: 2 } });
  const decisions = useGet('/api/roadmap/decisions', { query: { limit: 8 } });
  return (
    <Page title="What is coming, and why">
      <Goal />
      <Panel title="Outcomes, this quarter and next">
        <Show query={roadmap}>{(data) => <Grid roadmap={data} />}</Show>
      </Panel>
      <Panel title="Latest decisions">
        <Show query={decisions}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty title="No decisions yet" />
            ) : (
              <ul className="rows">
                {items.map((one) => (
                  <li key={one.id}>
                    <Link href={`/decisions/${one.id}`} className="plain-link strong">
                      {one.question}
                    </Link>
                    <p>{one.choice}</p>
                    <p className="small quiet prose">{one.why}</p>
                    <p className="row small quiet">
                      <DecisionMark status={one.status} /> {one.by.name}, <Ago at={one.at} />
                    </p>
                  </li>
                ))}
              </ul>
            )
          }
        </Show>
      </Panel>
    </Page>
  );
}
