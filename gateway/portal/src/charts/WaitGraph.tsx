import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { Edge } from '../api/contract';
import { Button } from '../ui/Button';
import './charts.css';
import { layout, type Placed } from './layout';

const width = 720;
const boxWidth = 190;
const top = 22;

/** Who waits for whom. Every team is a button: choosing one shows only its bands, and the list beside it says the same. */
export function WaitGraph({ edges }: { edges: Edge[] }) {
  const [picked, setPicked] = useState<string | undefined>();
  const [asTable, setAsTable] = useState(() => matchMedia('(max-width: 44rem)').matches);
  const { waiting, delivering, ribbons, height } = useMemo(() => layout(edges), [edges]);
  const lit = (from: string, to: string) => picked === undefined || picked === `w ${from}` || picked === `d ${to}`;
  const chosen = picked === undefined ? edges : edges.filter((edge) => lit(edge.consumer.id, edge.producer.id));
  const scale = Math.max(...edges.map((edge) => edge.open), 1);
  const toggle = (key: string) => setPicked(picked === key ? undefined : key);
  return (
    <div className="stack">
      <div className="row">
        <Button size="small" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {asTable ? 'Show the graph' : 'Show as a table'}
        </Button>
        {picked && (
          <Button size="small" kind="ghost" onClick={() => setPicked(undefined)}>
            Show all
          </Button>
        )}
      </div>
      {!asTable && (
        <svg
          className="graph"
          viewBox={`0 0 ${width} ${height + top + 8}`}
          data-picked={picked}
          role="group"
          aria-label={`${waiting.length} teams wait for ${delivering.length} teams`}
        >
          <text className="side" x={0} y={12}>
            Waits
          </text>
          <text className="side" x={width} y={12} textAnchor="end">
            Delivers
          </text>
          <g transform={`translate(0 ${top})`}>
            {ribbons.map((ribbon) => (
              <path
                key={`${ribbon.from} ${ribbon.to}`}
                className={`ribbon ${ribbon.broken > 0 ? 'broken' : ''} ${picked !== undefined && lit(ribbon.from, ribbon.to) ? 'lit' : ''}`}
                strokeWidth={1.5 + (ribbon.open / scale) * 9}
                d={`M${boxWidth} ${ribbon.y1} C${width / 2} ${ribbon.y1} ${width / 2} ${ribbon.y2} ${width - boxWidth} ${ribbon.y2}`}
              />
            ))}
            {waiting.map((one) => (
              <Node
                key={one.id}
                one={one}
                x={0}
                verb="waits for"
                pressed={picked === `w ${one.id}`}
                onPick={() => toggle(`w ${one.id}`)}
              />
            ))}
            {delivering.map((one) => (
              <Node
                key={one.id}
                one={one}
                x={width - boxWidth}
                verb="delivers"
                pressed={picked === `d ${one.id}`}
                onPick={() => toggle(`d ${one.id}`)}
              />
            ))}
          </g>
        </svg>
      )}
      {(asTable || picked) && (
        <div className="table-wrap" aria-live="polite">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">Waits</th>
                <th scope="col">Delivers</th>
                <th scope="col" className="end">
                  Open
                </th>
                <th scope="col" className="end">
                  Late
                </th>
              </tr>
            </thead>
            <tbody>
              {[...chosen]
                .sort((one, other) => other.broken - one.broken || other.open - one.open)
                .map((edge) => (
                  <tr key={`${edge.consumer.id} ${edge.producer.id}`}>
                    <td>
                      <Link href={`/dependencies?team=${edge.consumer.id}&role=consumer`}>{edge.consumer.name}</Link>
                    </td>
                    <td>
                      <Link href={`/dependencies?team=${edge.producer.id}&role=producer`}>{edge.producer.name}</Link>
                    </td>
                    <td className="end">{edge.open}</td>
                    <td className="end">{edge.broken > 0 ? <span className="age red">{edge.broken}</span> : 0}</td>
                  </tr>
                ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}

function Node({
  one,
  x,
  verb,
  pressed,
  onPick,
}: {
  one: Placed;
  x: number;
  verb: string;
  pressed: boolean;
  onPick: () => void;
}) {
  const name = one.name.length > 22 ? `${one.name.slice(0, 21)}…` : one.name;
  return (
    <g
      className="node"
      role="button"
      tabIndex={0}
      aria-pressed={pressed}
      aria-label={`${one.name} ${verb} ${one.total}`}
      onClick={onPick}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onPick();
      }}
    >
      <title>{one.name}</title>
      <rect x={x + 0.5} y={one.y - 12} width={boxWidth - 1} height={24} rx={6} />
      <text x={x + 10} y={one.y + 4}>
        {name}
      </text>
      <text className="n" x={x + boxWidth - 10} y={one.y + 4} textAnchor="end">
        {one.total}
      </text>
    </g>
  );
}
